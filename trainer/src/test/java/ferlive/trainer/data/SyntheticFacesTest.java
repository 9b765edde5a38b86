package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyntheticFacesTest {
  @Test
  void of_isTheSameAtEveryCall() {
    FaceDataset faces = SyntheticFaces.of(24, 8, 3);

    assertThat(faces.pixels()).isEqualTo(SyntheticFaces.of(24, 8, 3).pixels());
    assertThat(faces.pixels()).isNotEqualTo(SyntheticFaces.of(24, 8, 4).pixels());
    assertThat(faces.select(Split.parse("train")).countPerLabel()).containsOnly(8);
    assertThat(faces.select(Split.parse("public")).countPerLabel()).containsOnly(2);
  }
}
