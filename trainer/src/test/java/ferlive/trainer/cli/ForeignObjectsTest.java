package ferlive.trainer.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import ferlive.trainer.testing.CapturedOutput;
import ferlive.trainer.testing.ToyFaces;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file makes the trainer read Java objects, which would run whatever code they name. */
class ForeignObjectsTest {
  private static final AtomicInteger READ = new AtomicInteger();

  @TempDir private Path folder;

  /** Counts how often it is read. */
  private static final class Canary implements Serializable {
    private static final long serialVersionUID = 1;

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      READ.incrementAndGet();
    }
  }

  /** As Deeplearning4j writes its own checkpoints, where it reads the last entry as an object. */
  private Path checkpoint(String name) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("configuration.json"));
      zip.write("{}".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("coefficients.bin"));
      zip.putNextEntry(new ZipEntry("preprocessor.bin"));
      ObjectOutputStream objects = new ObjectOutputStream(zip);
      objects.writeObject(new Canary());
      objects.flush();
      zip.closeEntry();
    }
    return file;
  }

  @Test
  void everyCommand_refusesACheckpointWithAnObjectAndDoesNotReadIt() throws IOException {
    String data = ToyFaces.csv(folder.resolve("fer2013.csv"), 7, 7).toString();
    String foreign = checkpoint("foreign.ckpt").toString();
    String asModel = checkpoint("foreign.onnx").toString();
    String asData = checkpoint("foreign.zip").toString();
    Path run = Files.createDirectories(folder.resolve("runs/aer-cnn"));
    Files.copy(Path.of(foreign), run.resolve("last.ckpt"));

    assertRefused(3, "evaluate", "--model", foreign, "--data", data);
    assertRefused(4, "evaluate", "--model", asModel, "--data", data);
    assertRefused(3, "export", "--checkpoint", foreign, "--out", folder + "/a.onnx");
    assertRefused(
        3, "train", "--net", "aer-cnn", "--data", data, "--runs", folder + "/runs", "--resume");
    assertRefused(3, "train", "--net", "aer-cnn", "--data", asData, "--runs", folder + "/other");

    assertThat(READ).hasValue(0);
  }

  private static void assertRefused(int code, String... arguments) {
    CapturedOutput run = CapturedOutput.of(() -> TrainerMain.run(arguments));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
    assertThat(run.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("ferlive: "));
  }

  @Test
  void noClass_readsJavaObjectsOrDeeplearning4jsFiles() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ferlive.trainer");

    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ModelSerializer.class)
        .check(classes);
  }
}
