package ferlive.trainer.onednn;

import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * oneDNN, called by itself: ND4J has a copy inside, older than its kernels for maps in the order
 * NHWC, which computes gradients in another order and copies to and fro.
 */
public final class OneDnn {
  private OneDnn() {}

  /** Loaded when first asked for. */
  private static final class Library {
    private static final Logger LOG = LoggerFactory.getLogger(OneDnn.class);
    private static final boolean LOADED = load();

    private static boolean load() {
      try {
        Loader.load(dnnl.class);
        return true;
      } catch (LinkageError e) {
        LOG.debug("no oneDNN by itself: {}", e.toString());
        return false;
      }
    }
  }

  /**
   * Whether the kernels of this package can take part: arrays are floats in the processor's own
   * memory, and there is a library for this platform.
   */
  public static boolean computes(DataType type) {
    return type == DataType.FLOAT && Nd4j.getEnvironment().isCPU() && Library.LOADED;
  }

  /** Version of the library, as 2.5.2; only where it {@link #computes}. */
  public static String version() {
    dnnl_version_t version = dnnl.dnnl_version();
    return version.major() + "." + version.minor() + "." + version.patch();
  }

  /** The processor, which outlives all that is made for it. */
  static engine processor() {
    return Processor.ENGINE;
  }

  private static final class Processor {
    private static final engine ENGINE = new engine(engine.kind.cpu, 0);

    static {
      // Outlives the scope in which it is first asked for.
      ENGINE.retainReference();
    }
  }

  /** Frees at its end what was made in it and belongs to no kernel. */
  @SuppressWarnings("unchecked") // No class is named in the list that JavaCPP takes.
  static PointerScope scope() {
    return new PointerScope();
  }

  /** A description of floats. */
  static memory.desc floats(format_tag order, long... sizes) {
    return new memory.desc(sizes, data_type.f32, order);
  }

  /** Memory without an address yet. */
  static memory unplaced(memory.desc description) {
    return new memory(description, processor(), (Pointer) null);
  }

  /** Memory of its own. */
  static memory allocated(memory.desc description) {
    return new memory(description, processor());
  }
}
