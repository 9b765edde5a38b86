package ferlive.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCacheTest {
  @TempDir Path temp;
  private final List<String> problems = new ArrayList<>();
  private final FaceDataset faces = SyntheticFaces.of(16, 3, 1);
  private final CacheFormat.Content content =
      new CacheFormat.Content(faces, List.of(new Problem("x.csv:3", "bad")));
  private CacheKey key;
  private DatasetCache cache;

  @BeforeEach
  void setUp() {
    key = new CacheKey(temp.resolve("fer2013.zip"), "1 2", 16, Expression.LABELS);
    cache = new DatasetCache(temp.resolve("a").resolve("b"), p -> problems.add(p.toString()));
  }

  @Test
  void load_givesBackWhatWasStored() throws Exception {
    cache.store(key, content);

    CacheFormat.Content back = cache.load(key).orElseThrow();

    assertThat(back.problems()).isEqualTo(content.problems());
    FaceDataset loaded = back.dataset();
    assertThat(loaded.origin()).isEqualTo(faces.origin());
    assertThat(loaded.labels()).isEqualTo(faces.labels());
    assertThat(loaded.side()).isEqualTo(16);
    assertThat(loaded.pixels()).isEqualTo(faces.pixels());
    assertThat(loaded.index().labels()).isEqualTo(faces.index().labels());
    assertThat(loaded.index().splits()).isEqualTo(faces.index().splits());
    assertThat(loaded.index().names()).isEqualTo(faces.index().names());
    assertThat(problems).isEmpty();
    assertThat(onlyFile().getFileName().toString())
        .matches("fer2013\\.zip-16-[0-9a-f]{12}\\.cache");
  }

  @Test
  void load_givesNothingWhenTheDataChanged() throws Exception {
    cache.store(key, content);
    CacheKey changed = new CacheKey(key.source(), "1 3", 16, Expression.LABELS);

    assertThat(cache.load(changed)).isEmpty();
    assertThat(problems).isEmpty();
    cache.store(changed, content);
    assertThat(onlyFile()).as("the old state is replaced").exists();
  }

  @Test
  void load_givesNothingForAnotherSideOrOtherLabels() {
    cache.store(key, content);

    assertThat(cache.load(new CacheKey(key.source(), "1 2", 32, Expression.LABELS))).isEmpty();
    assertThat(cache.load(new CacheKey(key.source(), "1 2", 16, List.of("a", "b")))).isEmpty();
  }

  @Test
  void load_warnsAndGivesNothingWhenAnyByteIsDamaged() throws Exception {
    cache.store(key, content);
    Path file = onlyFile();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 97) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      problems.clear();

      assertThat(cache.load(key)).isEmpty();
      assertThat(problems).containsExactly(file + ": the cache is damaged, the data is read anew");
    }
  }

  @Test
  void load_warnsAndGivesNothingWhenTheFileIsCut() throws Exception {
    cache.store(key, content);
    Path file = onlyFile();
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 7, 8, 9, 100, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      problems.clear();

      assertThat(cache.load(key)).isEmpty();
      assertThat(problems).hasSize(1);
    }
  }

  @Test
  void store_warnsWhenTheDirectoryCannotBeMade() throws Exception {
    Files.writeString(temp.resolve("a"), "a file in the way");

    cache.store(key, content);

    assertThat(problems)
        .containsExactly(
            temp.resolve("a/b").resolve(key.fileName())
                + ": the cache cannot be written, the next start reads the data anew");
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("a/b"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }
}
