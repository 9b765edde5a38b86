package ferlive.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the launcher on a copy of itself in a folder without jars. */
class LauncherTest {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final String JAVA_17 =
      "[ \"$1\" = -version ] && echo 'openjdk version \"17.0.15\" 2025-04-15' >&2 && exit";

  @TempDir private Path folder;
  private Path bin;

  /**
   * What a command ended with.
   *
   * @param text its output and its errors
   */
  private record Outcome(int code, String text) {}

  @BeforeEach
  void copy() throws IOException {
    assumeTrue(Files.isExecutable(SHELL), "skipped: no " + SHELL + " on this system");
    Path home = Files.createDirectory(folder.resolve("a home"));
    Files.copy(Path.of("..", "ferlive"), home.resolve("ferlive"));
    bin = Files.createDirectory(folder.resolve("bin"));
    for (String tool :
        List.of("awk", "cat", "dirname", "find", "head", "readlink", "sed", "touch")) {
      tool(tool, "exec " + find(tool) + " \"$@\"");
    }
  }

  @Test
  void help_listsTheCommands() throws Exception {
    Outcome outcome = launch("--help");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.text()).contains("live", "analyze", "bench", "train", "evaluate");
  }

  @Test
  void command_isRefusedWhenUnknown() throws Exception {
    Outcome outcome = launch("lvie");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.text()).contains("'lvie'").hasLineCount(1);
  }

  @Test
  void command_saysWhenThereIsNoJava() throws Exception {
    Outcome outcome = launch("live");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.text()).contains("no Java found").hasLineCount(1);
  }

  @Test
  void command_saysWhenJavaIsTooOld() throws Exception {
    tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    Outcome outcome = launch("live");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.text()).contains("version 11").hasLineCount(1);
  }

  @Test
  void command_saysWhenThereIsNoMavenToBuildWith() throws Exception {
    tool("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");

    Outcome outcome = launch("train");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.text()).contains("no Maven found to build trainer").hasLineCount(1);
  }

  @Test
  void command_runsTheJarOfItsModuleWithAllArguments() throws Exception {
    tool(
        "java",
        "[ \"$1\" = -version ] && echo 'openjdk version \"21\" 2023-09-19' >&2 && exit",
        "printf '<%s>' \"$@\"",
        "exit 6");
    built("onnxruntime");

    Outcome outcome = launch("analyze", "my photo.jpg", "--jsonl", "-");

    assertThat(outcome.code()).isEqualTo(6);
    assertThat(outcome.text())
        .endsWith("realtime-app.jar><analyze><my photo.jpg><--jsonl><->")
        .contains("a home");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cameras", "models", "doctor"})
  void command_thatSpeaksOfTheAppRunsTheApp(String command) throws Exception {
    tool("java", JAVA_17, "printf '<%s>' \"$@\"");
    built("onnxruntime");

    assertThat(launch(command).text()).endsWith("realtime-app.jar><" + command + ">");
  }

  @Test
  void environment_keepsOnnxRuntimeFromTellingOfStarts() throws Exception {
    tool("java", JAVA_17, "echo \"<$ORT_DISABLE_TELEMETRY>\"");
    built("onnxruntime");

    assertThat(launch("live").text()).contains("<1>");
  }

  @Test
  void version_isToldWithoutABuild() throws Exception {
    Files.copy(Path.of("..", "pom.xml"), folder.resolve("a home/pom.xml"));

    Outcome outcome = launch("--version");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.text()).matches("ferlive \\d+\\.\\d+\\.\\d+\n");
  }

  @Test
  void build_staysOneForCuda() throws Exception {
    jdk();
    maven();
    Path jar = built("onnxruntime_gpu");
    Files.delete(jar);

    assertThat(launch("live").text()).contains("<-Dcuda>", "<package>");
  }

  @Test
  void build_isForTheCpuUnlessItWasForCuda() throws Exception {
    jdk();
    maven();
    Files.delete(built("onnxruntime"));

    assertThat(launch("live").text()).contains("<package>").doesNotContain("cuda");
  }

  @Test
  void build_isMadeAgainWhenALibraryIsMissing() throws Exception {
    jdk();
    maven();
    Files.delete(built("onnxruntime").resolveSibling("lib/onnxruntime.jar"));

    assertThat(launch("live").text()).contains("building realtime-app", "<package>");
  }

  @Test
  void build_isMadeAgainWhenItDidNotEnd() throws Exception {
    jdk();
    maven();
    Files.delete(built("onnxruntime").resolveSibling("libraries"));

    assertThat(launch("live").text()).contains("building realtime-app", "<package>");
  }

  @Test
  void completion_knowsTheCommandsAndOptionsOfTheApp() throws Exception {
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(bash), "skipped: no " + bash + " on this system");
    CommandRun run = new CommandRun();
    assertThat(run.run(CompletionCommand::new, "completion")).isZero();
    Path script = Files.writeString(folder.resolve("app script"), run.out());
    tool("java", JAVA_17, "cat '" + script + "'");
    built("onnxruntime");
    Files.writeString(folder.resolve("completion"), launch("completion").text());

    assertThat(complete(bash, "m")).containsExactly("models");
    assertThat(complete(bash, "tr")).containsExactly("train");
    assertThat(complete(bash, "completion", "--h")).containsExactly("--help");
    // Files are left to the shell, as is a program that is not built.
    assertThat(complete(bash, "completion", "a")).isEmpty();
    assertThat(complete(bash, "train", "--d")).isEmpty();
  }

  /** What the shell offers for the last word of {@code ferlive WORDS}. */
  private List<String> complete(Path bash, String... words) throws Exception {
    String line = "ferlive " + String.join(" ", words);
    String program =
        "source ./completion; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; _ferlive;"
                .formatted(line, words.length, line)
            + " complete -p ferlive >/dev/null && printf '%s\n' \"${COMPREPLY[@]}\"";
    ProcessBuilder builder = new ProcessBuilder(bash.toString(), "-c", program);
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.lines().filter(offer -> !offer.isBlank()).toList();
  }

  @Test
  void environment_isReadyForNamesThatAreNotAscii() throws Exception {
    tool("java", JAVA_17, "echo \"<$LC_ALL>\"");
    built("onnxruntime");

    assertThat(launch("live").text()).contains("<C.UTF-8>");
  }

  @Test
  void environment_keepsOpenCvSilentUnlessVerbose() throws Exception {
    tool("java", JAVA_17, "echo \"<$OPENCV_LOG_LEVEL>\"");
    built("onnxruntime");

    assertThat(launch("live").text()).contains("<SILENT>");
    Files.delete(folder.resolve("linked"));
    assertThat(launch("live", "--verbose").text()).contains("<>");
  }

  private void jdk() throws IOException {
    tool("java", JAVA_17);
    tool("javac");
  }

  /** Shows its arguments. */
  private void maven() throws IOException {
    tool("mvn", "printf '<%s>' \"$@\"");
  }

  /** The jar of a whole build of the app with one library. */
  private Path built(String library) throws IOException {
    Path target = folder.resolve("a home/realtime-app/target");
    Files.createDirectories(target.resolve("lib"));
    Files.createFile(target.resolve("lib").resolve(library + ".jar"));
    Files.writeString(target.resolve("libraries"), "lib/" + library + ".jar");
    return Files.createFile(target.resolve("realtime-app.jar"));
  }

  /** Through a symbolic link and from another folder, where nothing but the given tools exists. */
  private Outcome launch(String... arguments) throws IOException, InterruptedException {
    Path link = folder.resolve("linked");
    Files.createSymbolicLink(link, Path.of("a home", "ferlive"));
    ProcessBuilder builder = new ProcessBuilder(SHELL.toString(), link.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    Process process = builder.redirectErrorStream(true).directory(bin.toFile()).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), text);
  }

  private void tool(String name, String... lines) throws IOException {
    Path tool = bin.resolve(name);
    Files.writeString(tool, "#!" + SHELL + "\n" + String.join("\n", lines) + "\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
  }

  private static Path find(String tool) {
    for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path candidate = Path.of(directory, tool);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no " + tool + " on this system");
  }
}
