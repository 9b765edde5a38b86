package ferlive.trainer.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gives each fuzz target what is kept for it: seeds, and inputs that once were findings.
 *
 * <p>A target is a class with {@code public static void fuzzerTestOneInput(byte[])}, which throws
 * nothing for any input; its inputs are the files of the folder of its name. {@code mvn verify
 * -Pfuzz} makes new inputs from them.
 */
class FuzzCorpusTest {
  private static final Path CORPORA = Path.of("src/test/resources/fuzz");

  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(CORPORA)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void target_takesAnInput(Path input) throws Exception {
    Class<?> target = Class.forName(input.getParent().getFileName().toString());
    MethodHandle method =
        MethodHandles.publicLookup()
            .findStatic(
                target, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
    byte[] bytes = Files.readAllBytes(input);

    assertThatCode(() -> method.invoke(bytes)).doesNotThrowAnyException();
  }
}
