package ferlive.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.app.error.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir private Path folder;

  @Test
  void expand_givesThePicturesOfAFolderByName() throws IOException {
    for (String name : List.of("b.JPG", "a.png", "notes.txt", "c.webp")) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("d.jpg"));

    assertThat(Inputs.expand(folder.toString()))
        .containsExactly(folder + "/a.png", folder + "/b.JPG", folder + "/c.webp");
  }

  @Test
  void expand_refusesAFolderWithoutPictures() {
    assertThatThrownBy(() -> Inputs.expand(folder.toString()))
        .isInstanceOf(AppException.class)
        .hasMessage(folder + ": no picture in this folder");
  }

  @Test
  void expand_leavesTheRestAsItIs() {
    assertThat(Inputs.expand("nowhere.mp4")).containsExactly("nowhere.mp4");
    assertThat(Inputs.expand("http://host/a.mp4")).containsExactly("http://host/a.mp4");
  }

  @Test
  void missing_namesFilesThatAreNotThere() {
    assertThat(Inputs.missing(List.of("nowhere.mp4", "0", "http://host/a", folder.toString())))
        .extracting(AppException::getMessage)
        .containsExactly("nowhere.mp4: no such file");
  }
}
