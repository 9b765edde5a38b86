package ferlive.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ferlive.app.camera.Camera;
import ferlive.app.camera.CameraFault;
import ferlive.app.camera.CameraMode;
import ferlive.app.camera.Cameras;
import ferlive.app.error.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the cameras with their names and modes. */
@Command(
    name = "cameras",
    mixinStandardHelpOptions = true,
    versionProvider = AppMain.Version.class,
    description = {
      "List the cameras: number, name, and what pictures they give.",
      "Exit 5 when there is none that can be used."
    },
    footer = {
      "",
      "Examples:",
      "  ferlive cameras",
      "  ferlive cameras --json | jq '.cameras[].name'",
      "  ferlive live --source Logitech --camera-size 1280x720 --camera-format mjpeg"
    })
final class CamerasCommand implements Callable<Integer> {
  private final Console console;
  private final Cameras cameras;

  @Option(names = "--json", description = "Write JSON in place of a table.")
  private boolean json;

  /** Taken like every command takes it; {@link AppMain} has looked at it already. */
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private TalkOptions talk = new TalkOptions();

  /**
   * @param cameras tells which there are
   */
  CamerasCommand(Console console, Cameras cameras) {
    this.console = console;
    this.cameras = cameras;
  }

  @Override
  public Integer call() {
    List<Camera> found = cameras.list();
    if (found.isEmpty() && !json) {
      console.message("there is no camera; `live --source demo` needs none");
      return ExitCode.SOURCE.code();
    }
    console.result(json ? json(found) : text(found));
    boolean usable = found.stream().anyMatch(camera -> camera.fault().isEmpty());
    return (usable ? ExitCode.OK : ExitCode.SOURCE).code();
  }

  private static String text(List<Camera> cameras) {
    TextTable table = new TextTable("number", "name", "format", "size", "frames a second");
    for (Camera camera : cameras) {
      String number = Integer.toString(camera.number());
      String state = camera.fault().map(CameraFault::sentence).orElse("");
      if (camera.modes().isEmpty()) {
        table.row(number, camera.name(), state.isEmpty() ? "not told" : state, "", "");
      } else if (!state.isEmpty()) {
        table.row("", "", state, "", "");
      }
      for (CameraMode mode : camera.modes()) {
        boolean first = mode.equals(camera.modes().get(0));
        table.row(
            first ? number : "",
            first ? camera.name() : "",
            mode.format(),
            mode.width() + "x" + mode.height(),
            mode.fps().stream().map(CamerasCommand::number).collect(Collectors.joining(", ")));
      }
    }
    return table.text();
  }

  private static String number(double fps) {
    return String.format(Locale.ROOT, fps == Math.rint(fps) ? "%.0f" : "%.2f", fps);
  }

  private static String json(List<Camera> cameras) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", 1);
    ArrayNode list = root.putArray("cameras");
    for (Camera camera : cameras) {
      ObjectNode node = list.addObject();
      node.put("number", camera.number());
      node.put("name", camera.name());
      node.put("device", camera.device());
      camera.fault().ifPresent(fault -> node.put("fault", fault.sentence()));
      ArrayNode modes = node.putArray("modes");
      for (CameraMode mode : camera.modes()) {
        ObjectNode entry = modes.addObject();
        entry.put("format", mode.format()).put("width", mode.width()).put("height", mode.height());
        ArrayNode fps = entry.putArray("fps");
        mode.fps().forEach(fps::add);
      }
    }
    return root.toPrettyString();
  }
}
