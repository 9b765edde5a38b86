package ferlive.trainer.backend;

import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.onednn.OneDnn;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The backend that DL4J runs on.
 *
 * <p>{@link #prepare} comes before the first use of ND4J in a program, because ND4J chooses its
 * native library once.
 */
public final class Backend {
  private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
  private static final String PHYSICAL_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";
  private static final String LIBRARIES = "org/nd4j/linalg/cpu/nativecpu/bindings/";

  /**
   * Variants of the native library that convolve through oneDNN or cuDNN. The AVX2 one is enough:
   * oneDNN picks AVX-512 kernels by itself when the processor has them.
   */
  private static final String[] FAST_VARIANTS = {
    "linux-x86_64-onednn-avx2", "windows-x86_64-onednn-avx2"
  };

  private Backend() {}

  /** Chooses the fast variant of the native library that is on the class path. */
  public static void prepare() {
    System.setProperty("org.slf4j.simpleLogger.log.org.nd4j", "warn");
    System.setProperty("org.slf4j.simpleLogger.log.org.deeplearning4j", "warn");
    if (System.getProperty(PHYSICAL_LIMIT) == null) {
      // Asking the system at every allocation took 4 % of a training; JavaCPP's own count is kept.
      System.setProperty(PHYSICAL_LIMIT, "0");
    }
    if (System.getProperty(EXTENSION) != null) {
      return;
    }
    ClassLoader loader = Backend.class.getClassLoader();
    for (String variant : FAST_VARIANTS) {
      String library = variant.startsWith("windows") ? "jnind4jcpu.dll" : "libjnind4jcpu.so";
      if (loader.getResource(LIBRARIES + variant + "/" + library) != null) {
        System.setProperty(EXTENSION, variant.substring(variant.indexOf("-onednn")));
        return;
      }
    }
    if (loader.getResource("org/nd4j/linalg/jcublas/bindings/linux-x86_64-cudnn") != null) {
      System.setProperty(EXTENSION, "-cudnn");
    }
  }

  /**
   * Sets how many threads one operator may use. OpenMP keeps the number for each calling thread, so
   * this is called on the thread that computes.
   */
  public static void useThreads(int threads) {
    ops().setOmpNumThreads(threads);
    Nd4j.getEnvironment().setMaxThreads(threads);
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
  }

  /** As many threads for the operators that this thread calls as were set for those before it. */
  public static void useThreadsAsBefore() {
    ops().setOmpNumThreads(Nd4j.getEnvironment().maxThreads());
  }

  /** Whether convolutions run on oneDNN or cuDNN. */
  public static boolean isFast() {
    return Nd4j.getEnvironment().helpersAllowed() && !library().equals("generic loops");
  }

  /** One line: device, convolution library, threads. */
  public static String describe() {
    String device = Nd4j.getEnvironment().isCPU() ? "CPU" : "CUDA";
    return String.format(
        "%s, convolution by %s, %d thread(s) an operator",
        device, library(), ops().ompGetMaxThreads());
  }

  private static String library() {
    String build = ops().buildInfo();
    if (OneDnn.computes(DataType.FLOAT)) {
      return "oneDNN " + OneDnn.version();
    }
    if (build.contains("HAVE_ONEDNN")) {
      return "oneDNN";
    }
    return build.contains("HAVE_CUDNN") || build.contains("CUDNN") ? "cuDNN" : "generic loops";
  }

  private static NativeOps ops() {
    start();
    return NativeOpsHolder.getInstance().getDeviceNativeOps();
  }

  /** Starts ND4J, before which its native operators cannot be had. */
  private static void start() {
    PrintStream err = System.err;
    // A backend that cannot start prints a stack trace by itself; the exception says it all.
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      Nd4j.getBackend();
    } catch (ExceptionInInitializerError | NoClassDefFoundError | UnsatisfiedLinkError e) {
      throw new TrainerException(
          ExitCode.DEVICE,
          "ND4J cannot start: a build with -Dcuda needs an NVIDIA GPU of compute capability 3.7 to"
              + " 8.9 with its driver; the default build needs 64-bit Linux or Windows with AVX2",
          e);
    } finally {
      System.setErr(err);
    }
  }
}
