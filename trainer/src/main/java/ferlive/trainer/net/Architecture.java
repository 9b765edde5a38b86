package ferlive.trainer.net;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The networks that can be trained, each under the name that the command line uses. */
public enum Architecture {
  /** Attention on emotion-relevant regions. */
  AER_CNN("aer-cnn"),
  /** Multi-scale feature fusion. */
  MSFF_CNN("msff-cnn"),
  /** Dynamic receptive field and multi-scale attention. */
  DRF_MSAM("drf-msam"),
  /** The network for live pictures: {@link #AER_CNN} with a narrower last stage. */
  FERLIVE("ferlive"),
  /** Control without attention and without parallel branches. */
  PLAIN("plain"),
  /** The control with multi-scale attention. */
  PLAIN_MSAM("plain-msam"),
  /** DRF-MSAM without its attention. */
  DRF("drf");

  private final String id;

  Architecture(String id) {
    this.id = id;
  }

  /** The name on the command line, in file names and in a model's metadata. */
  public String id() {
    return id;
  }

  NetworkPlan plan() {
    return switch (this) {
      case AER_CNN -> new AerCnn(new Widths(16, 48, 160, 256));
      case MSFF_CNN -> new MsffCnn();
      case DRF_MSAM -> new DrfMsam(new Widths(16, 48, 144, 256), true);
      case FERLIVE -> new AerCnn(new Widths(16, 48, 112, 192));
      case PLAIN -> new PlainCnn(false);
      case PLAIN_MSAM -> new PlainCnn(true);
      case DRF -> new DrfMsam(new Widths(16, 48, 112, 192), false);
    };
  }

  /**
   * The architecture of that name.
   *
   * @throws IllegalArgumentException naming the known ones when there is none
   */
  public static Architecture of(String id) {
    for (Architecture architecture : values()) {
      if (architecture.id.equals(id)) {
        return architecture;
      }
    }
    String known = Arrays.stream(values()).map(Architecture::id).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("unknown network " + id + " (known: " + known + ")");
  }

  /** Whether weights of the other, which may have fewer channels, fit into this network. */
  public boolean growsFrom(Architecture other) {
    return this == other || (plan() instanceof AerCnn && other.plan() instanceof AerCnn);
  }

  @Override
  public String toString() {
    return id;
  }
}
