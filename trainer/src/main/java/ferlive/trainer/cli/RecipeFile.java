package ferlive.trainer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.train.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a recipe: one of those that come with the program, by name, or a JSON file. */
final class RecipeFile {
  private static final long MAX_BYTES = 1 << 20;
  private static final int LONGEST_REASON = 300;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  private RecipeFile() {}

  /**
   * The recipe.
   *
   * @param name ends in {@code .json} where it is a file
   * @throws TrainerException with INPUT when it is missing, no recipe, or contradicts itself
   */
  static Recipe read(String name, Architecture architecture) {
    try {
      byte[] json = name.endsWith(".json") ? file(Path.of(name)) : shipped(name, architecture);
      Recipe recipe = JSON.readValue(json, Recipe.class);
      if (recipe == null) {
        throw new IOException("it is empty");
      }
      Optional<String> fault = recipe.contradiction();
      if (fault.isPresent()) {
        throw new TrainerException(
            ExitCode.INPUT, "the recipe " + name + " cannot be used: " + fault.get());
      }
      return recipe;
    } catch (JsonProcessingException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why =
          cause instanceof JsonProcessingException j ? j.getOriginalMessage() : cause.getMessage();
      throw new TrainerException(
          ExitCode.INPUT, "the recipe " + name + " cannot be used: " + oneLine(why), e);
    } catch (IOException e) {
      throw new TrainerException(
          ExitCode.INPUT, "the recipe " + name + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Jackson quotes what it does not know, and lists what it does. */
  private static String oneLine(String why) {
    String line = why.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "..." : line;
  }

  private static byte[] file(Path path) throws IOException {
    if (Files.size(path) > MAX_BYTES) {
      throw new IOException("it is larger than a recipe can be");
    }
    return Files.readAllBytes(path);
  }

  private static byte[] shipped(String name, Architecture architecture) throws IOException {
    String resource = "/ferlive/trainer/recipes/" + architecture.id() + "-" + name + ".json";
    try (InputStream in = RecipeFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("there is none of that name for " + architecture);
      }
      return in.readAllBytes();
    }
  }
}
