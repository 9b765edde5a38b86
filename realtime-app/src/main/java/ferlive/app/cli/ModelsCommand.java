package ferlive.app.cli;

import ferlive.app.asset.HomeFolder;
import ferlive.app.classify.ListedModel;
import ferlive.app.classify.ModelCatalog;
import ferlive.app.classify.ModelState;
import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the models that are there, and whether they are what they should be. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    versionProvider = AppMain.Version.class,
    description = {
      "List the shipped models with their figures, and whether their files are the known ones.",
      "Exit 4 when one is missing or was changed."
    },
    footer = {
      "",
      "Examples:",
      "  ferlive models",
      "  ferlive models my-model.onnx",
      "  ferlive models --json | jq '.models[].metrics'"
    })
final class ModelsCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<HomeFolder> finder;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..*",
      description = "Tell of these models, by name or file, in place of the shipped ones.")
  private List<String> named = new ArrayList<>();

  @Option(names = "--json", description = "Write JSON in place of a table.")
  private boolean json;

  @Mixin private TalkOptions talk = new TalkOptions();

  /**
   * @param finder finds the folder that holds the models
   */
  ModelsCommand(Console console, Supplier<HomeFolder> finder) {
    this.console = console;
    this.finder = finder;
  }

  @Override
  public Integer call() {
    HomeFolder home = finder.get();
    List<ListedModel> models =
        named.isEmpty()
            ? ModelCatalog.shipped(home)
            : named.stream().map(model -> ModelCatalog.file(home, model)).toList();
    console.result(json ? ModelsReport.json(models) : ModelsReport.text(models));
    List<AppException> faults =
        models.stream().filter(ModelsCommand::isBad).map(ModelsCommand::fault).toList();
    faults.forEach(fault -> console.fault(fault, talk.verbose()));
    return ExitCodes.of(faults).code();
  }

  private static boolean isBad(ListedModel model) {
    return model.state() == ModelState.CHANGED || model.state() == ModelState.MISSING;
  }

  private static AppException fault(ListedModel model) {
    String state = model.state().name().toLowerCase(Locale.ROOT);
    return new AppException(
        ExitCode.MODEL,
        "model file %s is %s; restore it as it was shipped".formatted(model.file(), state));
  }
}
