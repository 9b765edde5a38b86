package ferlive.trainer.cli;

import ferlive.trainer.data.CrowdVotes;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Photographs;
import ferlive.trainer.data.Sha256;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.evaluate.Classifier;
import ferlive.trainer.export.OnnxWeights;
import ferlive.trainer.train.InitialWeights;
import ferlive.trainer.train.Recipe;
import ferlive.trainer.train.RecipeInput;
import ferlive.trainer.train.RecipeInput.Role;
import ferlive.trainer.train.Supervision;
import ferlive.trainer.train.TeacherAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The files that a training needs beside the faces. */
final class TrainingInputs {
  /** Where the files of the recipes named full lie. */
  private static final List<Path> MODELS = List.of(Path.of("models"), Path.of("models", "earlier"));

  @Option(
      names = "--votes",
      paramLabel = "CSV",
      description = "FER+ votes, learned by a second head (default: those of the recipe).")
  private Path votes;

  @Option(
      names = "--teacher",
      paramLabel = "ONNX",
      description =
          "A network whose answers are learned beside the labels; several are averaged (default:"
              + " those of the recipe).")
  private List<Path> teachers = List.of();

  @Option(
      names = "--photographs",
      paramLabel = "DIR",
      description =
          "Pictures without people, from which to learn what is no face (default: those of the"
              + " recipe).")
  private Path photographs;

  @Option(
      names = "--init",
      paramLabel = "MODEL",
      description =
          "Start from the weights of a checkpoint or .onnx file of the same network, which may be"
              + " narrower; other labels are learned anew.")
  private Path init;

  /** The weights to start from, and how a recipe lists them. */
  Optional<RecipeInput> initialInput() {
    return Optional.ofNullable(init).map(file -> describe(Role.INITIAL, file));
  }

  /**
   * The weights that a recipe starts from.
   *
   * @param data where the faces come from: the file is looked for beside it
   * @throws TrainerException with INPUT or MODEL when the file is missing, is another one or cannot
   *     be used
   */
  Optional<InitialWeights> initialWeights(Recipe recipe, Path data) {
    return recipe.inputs().stream()
        .filter(input -> input.role() == Role.INITIAL)
        .findFirst()
        .map(input -> find(input, Stream.ofNullable(init).toList(), "--init", data))
        .map(
            file ->
                file.toString().endsWith(".ckpt")
                    ? InitialWeights.ofCheckpoint(file)
                    : OnnxWeights.read(file));
  }

  /** What was named on the command line, as a recipe lists it. */
  List<RecipeInput> named() {
    List<RecipeInput> inputs = new ArrayList<>();
    if (votes != null) {
      inputs.add(describe(Role.VOTES, votes));
    }
    teachers.forEach(teacher -> inputs.add(describe(Role.TEACHER, teacher)));
    if (photographs != null) {
      String name = photographs.toAbsolutePath().normalize().getFileName().toString();
      inputs.add(new RecipeInput(Role.PHOTOGRAPHS, name, Photographs.read(photographs).sha256()));
    }
    return inputs;
  }

  private static RecipeInput describe(Role role, Path file) {
    return new RecipeInput(role, file.getFileName().toString(), sha256(file));
  }

  private static String sha256(Path file) {
    try {
      return Sha256.ofFile(file);
    } catch (IOException e) {
      throw new TrainerException(ExitCode.INPUT, "cannot read " + file, e);
    }
  }

  /**
   * Brings together what a recipe needs.
   *
   * @param data where the faces come from: files of the recipe are looked for beside it
   * @param threads for the teachers
   * @throws TrainerException with INPUT when a file is missing or is another one
   */
  Supervision gather(Recipe recipe, FaceDataset faces, Path data, int threads) {
    Optional<CrowdVotes> crowd =
        recipe.inputs().stream()
            .filter(input -> input.role() == Role.VOTES)
            .findFirst()
            .map(input -> find(input, Stream.ofNullable(votes).toList(), "--votes", data))
            .map(file -> CrowdVotes.read(file, faces));
    List<Path> models =
        recipe.inputs().stream()
            .filter(input -> input.role() == Role.TEACHER)
            .map(input -> find(input, teachers, "--teacher", data))
            .toList();
    Optional<TeacherAnswers> answers =
        models.isEmpty() ? Optional.empty() : Optional.of(ask(models, faces, threads));
    return new Supervision(faces, answers, crowd, photographs(recipe, data));
  }

  private Optional<Photographs> photographs(Recipe recipe, Path data) {
    return recipe.inputs().stream()
        .filter(input -> input.role() == Role.PHOTOGRAPHS)
        .findFirst()
        .map(
            input ->
                Stream.concat(
                        Stream.ofNullable(photographs),
                        Stream.of(data.toAbsolutePath().resolveSibling(input.name())))
                    .filter(Files::isDirectory)
                    .map(Photographs::read)
                    .filter(found -> found.sha256().equals(input.sha256()))
                    .findFirst()
                    .orElseThrow(() -> missing(input, "--photographs")));
  }

  private static Path find(RecipeInput input, List<Path> given, String option, Path data) {
    Path beside = data.toAbsolutePath().resolveSibling(input.name());
    return Stream.concat(
            given.stream(),
            Stream.concat(Stream.of(beside), MODELS.stream().map(at -> at.resolve(input.name()))))
        .filter(Files::isRegularFile)
        .filter(file -> sha256(file).equals(input.sha256()))
        .findFirst()
        .orElseThrow(() -> missing(input, option));
  }

  private static TrainerException missing(RecipeInput input, String option) {
    return new TrainerException(
        ExitCode.INPUT,
        String.format(
            "the recipe needs %s with sha256 %s; name it with %s",
            input.name(), input.sha256(), option));
  }

  /** The mean of what all teachers say of each face and of its mirror image. */
  private static TeacherAnswers ask(List<Path> models, FaceDataset faces, int threads) {
    float[][] mean = new float[faces.size()][faces.labels().size()];
    FaceDataset mirrored = faces.mirrored();
    for (Path model : models) {
      try (Classifier teacher = Classifier.open(model, threads)) {
        if (!teacher.labels().equals(faces.labels()) || teacher.side() != faces.side()) {
          throw new TrainerException(
              ExitCode.INPUT, "the teacher " + model + " knows other labels or another input size");
        }
        add(mean, teacher.probabilities(faces), 0.5f / models.size());
        add(mean, teacher.probabilities(mirrored), 0.5f / models.size());
      }
    }
    return new TeacherAnswers(mean);
  }

  private static void add(float[][] sum, float[][] values, float share) {
    for (int i = 0; i < sum.length; i++) {
      for (int k = 0; k < sum[i].length; k++) {
        sum[i][k] += share * values[i][k];
      }
    }
  }
}
