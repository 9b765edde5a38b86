package ferlive.trainer.perturb;

import java.util.ArrayList;
import java.util.List;

/** The kinds of change that a model should stand, each with the settings that are tried. */
public enum Axis {
  SHIFT("box moved by 10 % of its side, 8 directions"),
  SCALE("box scaled by 0.8 and by 1.3"),
  ROLL("box turned by 15 degrees either way"),
  BLUR("Gaussian blur, 1.5 pixels of 48"),
  GAMMA("gamma 2, darker"),
  NOISE("Gaussian noise, 15 gray levels"),
  SMALL("reduced to 24 pixels and back");

  private final String description;

  /**
   * One change of an axis.
   *
   * @param name tells it from the axis's others
   * @param change what is done
   */
  public record Setting(String name, Perturbation change) {}

  Axis(String description) {
    this.description = description;
  }

  /** What is done, in a few words. */
  public String description() {
    return description;
  }

  /** The changes, at least one. */
  public List<Setting> settings() {
    return switch (this) {
      case SHIFT -> shifts();
      case SCALE ->
          List.of(new Setting("0.8", Crop.scaled(0.8)), new Setting("1.3", Crop.scaled(1.3)));
      case ROLL ->
          List.of(new Setting("-15", Crop.turned(-15)), new Setting("15", Crop.turned(15)));
      case BLUR -> List.of(new Setting("1.5", new Blur(1.5)));
      case GAMMA -> List.of(new Setting("2", Levels.gamma(2)));
      case NOISE -> List.of(new Setting("15", Levels.noise(15)));
      case SMALL -> List.of(new Setting("24", small(24)));
    };
  }

  private static List<Setting> shifts() {
    double step = 0.1;
    List<Setting> shifts = new ArrayList<>();
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        if (right != 0 || down != 0) {
          shifts.add(new Setting(direction(right, down), Crop.moved(step * right, step * down)));
        }
      }
    }
    return shifts;
  }

  private static String direction(int right, int down) {
    String vertical = down < 0 ? "up" : down > 0 ? "down" : "";
    String horizontal = right < 0 ? "left" : right > 0 ? "right" : "";
    return vertical + (vertical.isEmpty() || horizontal.isEmpty() ? "" : "-") + horizontal;
  }

  private static Perturbation small(int side) {
    return faces -> faces.resized(side).resized(faces.side());
  }
}
