package ferlive.trainer.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
  private static final int SIDE = 48;

  /** As {@code fer2013.csv} numbers them, written out: this is what the readers must get right. */
  private static final List<String> CSV_CODES =
      List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");

  @TempDir Path temp;
  private final Map<String, byte[]> pictures = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private DatasetOptions options;

  @BeforeEach
  void drawPictures() throws IOException {
    options = DatasetOptions.defaults().withCacheDirectory(temp.resolve("cache"));
    Random random = new Random(1);
    for (int label = 0; label < 7; label++) {
      String folder = Expression.LABELS.get(label);
      for (String name :
          List.of(
              "train/%s/Training_%d.jpg",
              "test/%s/PublicTest_%d.jpg", "test/%s/PrivateTest_%d.jpg")) {
        byte[] levels = SyntheticFaces.stripes(SIDE, label, random);
        pictures.put(name.formatted(folder, label), Pictures.jpeg(levels, SIDE));
      }
    }
  }

  @Test
  void open_givesTheSameFacesFromZipFolderAndCsv() throws Exception {
    FaceDataset zip = open(Pictures.zip(temp.resolve("fer.zip"), pictures));
    Pictures.folder(temp.resolve("fer"), pictures);
    FaceDataset folder = open(temp.resolve("fer"));
    Path csv = Files.write(temp.resolve("fer2013.csv"), csvLines(zip));
    FaceDataset rows = open(csv);

    assertThat(zip.size()).isEqualTo(21);
    assertThat(zip.origin().form()).isEqualTo(DatasetForm.KAGGLE);
    assertThat(rows.origin().form()).isEqualTo(DatasetForm.CSV);
    assertThat(describe(folder)).containsExactlyElementsOf(describe(zip));
    assertThat(describe(rows)).containsExactlyInAnyOrderElementsOf(describe(zip));
    for (String split : List.of("train", "public", "private", "test")) {
      assertThat(describe(rows.select(Split.parse(split))))
          .containsExactlyInAnyOrderElementsOf(describe(zip.select(Split.parse(split))));
    }
    assertThat(rows.name(0)).isEqualTo("fer2013.csv:2");
    assertThat(zip.name(0)).isEqualTo("test/angry/PrivateTest_0.jpg");
    assertThat(problems).isEmpty();
  }

  @Test
  void open_readsBelowOneTopFolder() throws Exception {
    Map<String, byte[]> below = new LinkedHashMap<>();
    pictures.forEach((name, bytes) -> below.put("archive/" + name, bytes));
    FaceDataset deep = open(Pictures.zip(temp.resolve("deep.zip"), below));
    FaceDataset flat = open(Pictures.zip(temp.resolve("flat.zip"), pictures));

    assertThat(describe(deep)).isEqualTo(describe(flat));
    assertThat(deep.name(0)).isEqualTo(flat.name(0));
  }

  @Test
  void open_countsTestPicturesThatDoNotSayAsPublic() throws Exception {
    FaceDataset data =
        open(
            Pictures.zip(
                temp.resolve("a.zip"),
                Map.of("test/sad/im7.jpg", pictures.get("test/sad/PublicTest_5.jpg"))));

    assertThat(data.select(Split.parse("public")).size()).isEqualTo(1);
    assertThatThrownBy(() -> data.select(Split.parse("private")))
        .isInstanceOf(TrainerException.class)
        .hasMessage("a.zip holds no faces of the split private");
  }

  @Test
  void open_namesAnUnknownClassFolder() throws Exception {
    pictures.put("train/anger/x.jpg", pictures.get("train/angry/Training_0.jpg"));
    Pictures.folder(temp.resolve("fer"), pictures);
    Path zip = Pictures.zip(temp.resolve("fer.zip"), pictures);

    String expected = ": unknown class folder, expected one of angry, disgust, fear, happy, ";
    assertRefused(zip, "fer.zip!train/anger" + expected + "neutral, sad, surprise");
    assertRefused(
        temp.resolve("fer"),
        temp.resolve("fer") + "/train/anger" + expected + "neutral, sad, surprise");
  }

  @Test
  void open_namesAFolderThatIsNoSplit() throws Exception {
    pictures.put("validation/sad/x.jpg", pictures.get("train/angry/Training_0.jpg"));

    assertRefused(
        Pictures.zip(temp.resolve("fer.zip"), pictures),
        "fer.zip!validation: unknown folder, expected train or test");
  }

  @Test
  void open_refusesWhatIsNoDataSet() throws Exception {
    Path text = Files.writeString(temp.resolve("notes.txt"), "hello");
    Files.createDirectory(temp.resolve("empty"));

    assertRefused(temp.resolve("gone.zip"), temp.resolve("gone.zip") + ": no such file or folder");
    assertRefused(text, text + ": neither a zip, nor a csv, nor a folder of faces");
    assertRefused(temp.resolve("empty"), temp.resolve("empty") + ": holds no faces");
  }

  @Test
  void open_leavesOutAndReportsWhatIsDamaged() throws Exception {
    for (int i = 0; i < 100; i++) {
      pictures.put(
          "train/sad/Training_more" + i + ".jpg", pictures.get("train/sad/Training_5.jpg"));
    }
    pictures.put("train/sad/broken.jpg", "text".getBytes(US_ASCII));
    pictures.put("readme.txt", "text".getBytes(US_ASCII));
    Path zip = Pictures.zip(temp.resolve("fer.zip"), pictures);
    String fault = "fer.zip!train/sad/broken.jpg: the file is not a JPEG, PNG or BMP picture";

    FaceDataset data = open(zip);

    assertThat(data.size()).isEqualTo(121);
    assertThat(data.origin().leftOut()).isEqualTo(1);
    assertThat(problems).containsExactly("fer.zip!readme.txt: not a picture, passed over", fault);
    problems.clear();
    assertThat(open(zip).origin().leftOut()).isEqualTo(1);
    assertThat(problems).as("said again when the cache answers").containsExactly(fault);
  }

  @Test
  void open_refusesWhenMoreThanOneInAHundredIsDamaged() throws Exception {
    pictures.put("train/sad/broken.jpg", "text".getBytes(US_ASCII));
    Path zip = Pictures.zip(temp.resolve("fer.zip"), pictures);

    assertRefused(
        zip,
        zip
            + ": 1 of 22 samples cannot be used, more than 1 in 100; the first is"
            + " fer.zip!train/sad/broken.jpg: the file is not a JPEG, PNG or BMP picture");
  }

  @Test
  void open_readsAPlainFolderOfSomeClasses() throws Exception {
    Path folder = temp.resolve("mine");
    Pictures.folder(
        folder,
        Map.of(
            "happy/a.png", Pictures.encode(Pictures.plain(100, 80, 0xff0000), "png"),
            "happy/b.bmp", Pictures.encode(Pictures.plain(20, 31, 0x00ff00), "bmp"),
            "Sad/c.jpg", Pictures.encode(Pictures.plain(333, 333, 0xffffff), "jpg")));

    FaceDataset data = open(folder);

    assertThat(data.origin().form()).isEqualTo(DatasetForm.PLAIN);
    assertThat(data.labels()).isEqualTo(Expression.LABELS);
    assertThat(data.countPerLabel()).containsExactly(0, 0, 0, 2, 0, 1, 0);
    assertThat(data.select(Split.parse("test"))).isSameAs(data);
    assertThat(describe(data))
        .containsExactlyInAnyOrder(
            "sad " + Arrays.toString(filled(255)),
            "happy " + Arrays.toString(filled(76)),
            "happy " + Arrays.toString(filled(150)));
    assertThat(temp.resolve("cache")).as("own pictures are not copied").doesNotExist();
  }

  @Test
  void open_readsClassesOfTheModelsOwn() throws Exception {
    Path folder = temp.resolve("mine");
    byte[] png = Pictures.encode(Pictures.plain(10, 10, 0xffffff), "png");
    Pictures.folder(folder, Map.of("awake/a.png", png, "asleep/b.png", png));
    options = options.withLabels(List.of("asleep", "awake", "yawning")).withSide(64);

    FaceDataset data = open(folder);

    assertThat(data.countPerLabel()).containsExactly(1, 1, 0);
    assertThat(data.side()).isEqualTo(64);
  }

  @Test
  void open_refusesPicturesOutsideClassFolders() throws Exception {
    Path folder = temp.resolve("flat");
    Pictures.folder(folder, Map.of("a.jpg", pictures.get("train/sad/Training_5.jpg")));

    assertRefused(
        folder,
        folder
            + ": 1 of 1 samples cannot be used, more than 1 in 100; the first is "
            + folder.resolve("a.jpg")
            + ": the picture is not in a class folder, expected <class>/<picture>");
  }

  @Test
  void open_readsAFolderAnewWhenAFileChanged() throws Exception {
    Path folder = temp.resolve("fer");
    Pictures.folder(folder, pictures);
    String before = open(folder).sha256();
    Files.delete(folder.resolve("train/sad/Training_5.jpg"));

    FaceDataset after = open(folder);

    assertThat(after.size()).isEqualTo(20);
    assertThat(after.sha256()).isNotEqualTo(before);
  }

  private FaceDataset open(Path path) {
    return Datasets.open(path, options, problem -> problems.add(problem.toString()));
  }

  private void assertRefused(Path path, String message) {
    assertThatThrownBy(() -> open(path))
        .isInstanceOfSatisfying(
            TrainerException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
        .hasMessage(message);
  }

  /** Class and pixels of each sample. */
  private static List<String> describe(FaceDataset data) {
    List<String> faces = new ArrayList<>();
    int area = data.side() * data.side();
    for (int i = 0; i < data.size(); i++) {
      byte[] face = Arrays.copyOfRange(data.pixels(), i * area, (i + 1) * area);
      faces.add(data.labels().get(data.label(i)) + " " + Arrays.toString(face));
    }
    return faces;
  }

  private static byte[] filled(int level) {
    byte[] face = new byte[SIDE * SIDE];
    Arrays.fill(face, (byte) level);
    return face;
  }

  /** The rows of a csv in another order than the pictures. */
  private static List<String> csvLines(FaceDataset data) {
    List<String> lines = new ArrayList<>(List.of("emotion,pixels,Usage"));
    for (int i = data.size() - 1; i >= 0; i--) {
      StringBuilder line = new StringBuilder();
      line.append(CSV_CODES.indexOf(data.labels().get(data.label(i)))).append(',');
      for (int p = 0; p < SIDE * SIDE; p++) {
        line.append(p == 0 ? "" : " ").append(data.pixels()[i * SIDE * SIDE + p] & 0xff);
      }
      String name = data.name(i);
      boolean isPrivate = name.contains("Private");
      String test = isPrivate ? "PrivateTest" : "PublicTest";
      lines.add(line.append(',').append(name.startsWith("train") ? "Training" : test).toString());
    }
    return lines;
  }
}
