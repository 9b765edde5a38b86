package ferlive.trainer.cli;

import ferlive.trainer.data.CrowdVotes;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Photographs;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.export.OnnxWeights;
import ferlive.trainer.net.Head;
import ferlive.trainer.train.InitialWeights;
import ferlive.trainer.train.Recipe;
import ferlive.trainer.train.RecipeInput;
import ferlive.trainer.train.RecipeInput.Role;
import ferlive.trainer.train.Supervision;
import ferlive.trainer.train.TeacherAnswers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The files that a training needs beside the faces. */
final class TrainingInputs {
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
        .map(input -> new InputFinder(data).find(input, Stream.ofNullable(init).toList(), "--init"))
        .map(TrainingInputs::weights);
  }

  private static InitialWeights weights(Path file) {
    return file.toString().endsWith(".ckpt")
        ? InitialWeights.ofCheckpoint(file)
        : OnnxWeights.read(file);
  }

  /**
   * Whether the weights to start from tell faces from other things.
   *
   * @throws TrainerException with INPUT or MODEL when the file cannot be used
   */
  boolean initTellsFaces() {
    return init != null && weights(init).has(Head.FACE);
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
    return new RecipeInput(role, file.getFileName().toString(), InputFinder.sha256(file));
  }

  /**
   * Brings together what a recipe needs.
   *
   * @param data where the faces come from: files of the recipe are looked for beside it
   * @param folder of the training, where the teachers' answers are kept
   * @param threads for the teachers
   * @param news told what takes its time
   * @throws TrainerException with INPUT when a file is missing or is another one
   */
  Supervision gather(
      Recipe recipe,
      FaceDataset faces,
      Path data,
      Path folder,
      int threads,
      Consumer<String> news) {
    InputFinder finder = new InputFinder(data);
    Optional<CrowdVotes> crowd =
        of(recipe, Role.VOTES)
            .findFirst()
            .map(input -> finder.find(input, Stream.ofNullable(votes).toList(), "--votes"))
            .map(file -> CrowdVotes.read(file, faces));
    List<Path> models =
        of(recipe, Role.TEACHER).map(input -> finder.find(input, teachers, "--teacher")).toList();
    Optional<Photographs> pictures =
        of(recipe, Role.PHOTOGRAPHS).findFirst().map(input -> photographs(input, finder));
    Optional<TeacherAnswers> answers = Optional.empty();
    if (!models.isEmpty()) {
      KnownAnswers known = new KnownAnswers(folder, faces, recipe.inputs());
      answers = known.read();
      if (answers.isEmpty()) {
        answers = Optional.of(Teachers.ask(models, faces, threads, news));
        known.write(answers.get());
      }
    }
    return new Supervision(faces, answers, crowd, pictures);
  }

  private static Stream<RecipeInput> of(Recipe recipe, Role role) {
    return recipe.inputs().stream().filter(input -> input.role() == role);
  }

  private Photographs photographs(RecipeInput input, InputFinder finder) {
    return Stream.concat(Stream.ofNullable(photographs), Stream.of(finder.beside(input)))
        .filter(Files::isDirectory)
        .map(Photographs::read)
        .filter(found -> found.sha256().equals(input.sha256()))
        .findFirst()
        .orElseThrow(() -> InputFinder.missing(input, "--photographs"));
  }
}
