package ferlive.trainer.cli;

import ferlive.trainer.error.TrainerException;
import ferlive.trainer.fuzz.Messages;
import ferlive.trainer.net.Architecture;
import ferlive.trainer.train.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recipes. */
public final class RecipeFuzz {
  private RecipeFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Path file = Files.createTempFile("ferlive-fuzz", ".json");
    try {
      Files.write(file, data);
      Recipe recipe = RecipeFile.read(file.toString(), Architecture.AER_CNN);
      recipe.heads();
    } catch (TrainerException e) {
      Messages.check(e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
