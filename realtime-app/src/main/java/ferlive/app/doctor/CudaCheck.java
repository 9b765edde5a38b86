package ferlive.app.doctor;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import com.sun.jna.NativeLibrary;
import ferlive.app.asset.HomeFolder;
import ferlive.app.classify.Device;
import ferlive.app.classify.EmotionClassifier;
import ferlive.app.classify.ModelFile;
import ferlive.app.classify.ModelLoader;
import ferlive.app.error.AppException;
import ferlive.app.pipeline.AnalyzerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the network could run on an NVIDIA GPU, and if not, what is missing by name. Never keeps
 * the default run from working.
 *
 * <p>The libraries are those that ONNX Runtime 1.29's CUDA provider links; it uses cuDNN and cuFFT
 * where they are there.
 */
final class CudaCheck implements Check {
  private static final String WHAT = "CUDA";
  private static final List<String> NEEDED =
      List.of(
          "libcuda.so.1",
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcurand.so.10");
  private static final List<String> OPTIONAL = List.of("libcudnn.so.9", "libcufft.so.11");
  private static final Path DRIVER = Path.of("/proc/driver/nvidia/version");
  private static final Pattern VERSION = Pattern.compile("Kernel Module\\s.*?(\\d+\\.[.\\d]+)");

  private final boolean built;
  private final Path driver;
  private final Predicate<String> library;
  private final Runnable trial;

  /**
   * @param built whether this build of ONNX Runtime has CUDA
   * @param driver file in which NVIDIA's driver tells its version
   * @param library whether the system finds and loads a library
   * @param trial runs a network on the GPU; throws {@link AppException} where that fails
   */
  CudaCheck(boolean built, Path driver, Predicate<String> library, Runnable trial) {
    this.built = built;
    this.driver = driver;
    this.library = library;
    this.trial = trial;
  }

  static Check ofMachine(Supplier<HomeFolder> home) {
    return () ->
        new CudaCheck(
                OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA),
                DRIVER,
                CudaCheck::loads,
                () -> runOnGpu(home.get()))
            .run();
  }

  private static void runOnGpu(HomeFolder home) {
    ModelFile model = ModelLoader.load(home, AnalyzerConfig.DEFAULT_MODEL, true);
    EmotionClassifier.open(model, Device.CUDA, 1).close();
  }

  private static boolean loads(String name) {
    try {
      NativeLibrary.getInstance(name).close();
      return true;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }

  @Override
  public Finding run() {
    List<String> missing = missing(NEEDED);
    List<String> absent = missing(OPTIONAL);
    List<String> facts = new ArrayList<>();
    facts.add(built ? "this build has CUDA" : "this build has no CUDA");
    facts.add(driver());
    facts.add(found(NEEDED, missing));
    if (missing.isEmpty()) {
      facts.add(found(OPTIONAL, absent) + " (not needed)");
    }
    String text = String.join("; ", facts);
    if (built && missing.isEmpty()) {
      return tried(text);
    }
    return Finding.note(WHAT, text, remedy(missing));
  }

  private Finding tried(String text) {
    try {
      trial.run();
      return Finding.ok(WHAT, text + "; the default model runs on it");
    } catch (AppException e) {
      return Finding.note(WHAT, text + "; " + e.getMessage(), "`--device cpu` does without");
    }
  }

  private List<String> missing(List<String> names) {
    return names.stream().filter(library.negate()).toList();
  }

  private static String found(List<String> names, List<String> missing) {
    List<String> there = names.stream().filter(name -> !missing.contains(name)).toList();
    List<String> parts = new ArrayList<>();
    if (!there.isEmpty()) {
      parts.add("found " + String.join(", ", there));
    }
    if (!missing.isEmpty()) {
      parts.add("missing " + String.join(", ", missing));
    }
    return String.join("; ", parts);
  }

  private String driver() {
    try {
      Matcher version = VERSION.matcher(Files.readString(driver));
      return "NVIDIA driver " + (version.find() ? version.group(1) : "of unknown version");
    } catch (IOException e) {
      return "no NVIDIA driver";
    }
  }

  private String remedy(List<String> missing) {
    String build = built ? "" : "build with `mvn -Dcuda -DskipTests package`; ";
    if (missing.contains("libcuda.so.1")) {
      return build
          + "a GPU of NVIDIA needs its driver (Debian: nvidia-driver) and the libraries of"
          + " CUDA 12; README, section GPU";
    }
    return missing.isEmpty()
        ? build + "everything else is there"
        : build
            + "the libraries of CUDA 12 come from the distribution or from Maven; README,"
            + " section GPU";
  }
}
