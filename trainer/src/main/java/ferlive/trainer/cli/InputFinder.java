package ferlive.trainer.cli;

import ferlive.trainer.data.Sha256;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.train.RecipeInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files that a recipe needs by what they hold.
 *
 * <p>Looked for in this order: the files that were named; the file of that name beside the faces;
 * every model in {@code models/} and {@code models/earlier/} near the program or the working
 * directory, under whatever name: what a recipe calls {@code ferlive.onnx} may be an elder of
 * today's.
 */
final class InputFinder {
  private final Path data;
  private final List<Path> starts;

  /**
   * @param data where the faces come from
   */
  InputFinder(Path data) {
    this(data, starts());
  }

  /**
   * @param starts folders that have {@code models/}, or below one that has
   */
  InputFinder(Path data, List<Path> starts) {
    this.data = data.toAbsolutePath();
    this.starts = List.copyOf(starts);
  }

  /**
   * The file of an input.
   *
   * @param named files that may be it
   * @param option by which it can be named, for the message
   * @throws TrainerException with INPUT when it is nowhere
   */
  Path find(RecipeInput input, List<Path> named, String option) {
    return Stream.of(named.stream(), Stream.of(beside(input)), models())
        .flatMap(files -> files)
        .filter(Files::isRegularFile)
        .filter(file -> sha256(file).equals(input.sha256()))
        .findFirst()
        .orElseThrow(() -> missing(input, option));
  }

  /** Where an input would lie beside the faces. */
  Path beside(RecipeInput input) {
    return data.resolveSibling(input.name());
  }

  static TrainerException missing(RecipeInput input, String option) {
    return new TrainerException(
        ExitCode.INPUT,
        String.format(
            "the recipe needs %s with sha256 %s; name it with %s",
            input.name(), input.sha256(), option));
  }

  /**
   * Hash of a file.
   *
   * @throws TrainerException with INPUT when it cannot be read
   */
  static String sha256(Path file) {
    try {
      return Sha256.ofFile(file);
    } catch (IOException e) {
      throw new TrainerException(ExitCode.INPUT, "cannot read " + file, e);
    }
  }

  private Stream<Path> models() {
    return starts.stream()
        .flatMap(start -> Stream.iterate(start.toAbsolutePath(), at -> at != null, Path::getParent))
        .map(at -> at.resolve("models"))
        .flatMap(models -> Stream.of(models, models.resolve("earlier")))
        .distinct()
        .filter(Files::isDirectory)
        .flatMap(folder -> onnxFiles(folder).stream());
  }

  private static List<Path> onnxFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      // A folder of that name that is not ours to read: the file may lie elsewhere.
      return List.of();
    }
  }

  private static List<Path> starts() {
    List<Path> starts = new ArrayList<>();
    Optional.ofNullable(System.getenv("FERLIVE_HOME")).map(Path::of).ifPresent(starts::add);
    ownLocation().ifPresent(starts::add);
    starts.add(Path.of(""));
    return starts;
  }

  private static Optional<Path> ownLocation() {
    CodeSource source = InputFinder.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      // A class loader that keeps its classes elsewhere than in files: the next place is tried.
      return Optional.empty();
    }
  }
}
