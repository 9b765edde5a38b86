package ferlive.app.config;

import ferlive.app.error.AppException;
import ferlive.app.error.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings: lines of {@code name = value}, named like the options; lines from {@code #} on
 * are comments; after {@code [live]} come those for this command alone. A value in quotes keeps its
 * spaces.
 *
 * <p><b>Errors</b>: {@link AppException} with INPUT, which names file and line.
 */
public final class SettingsFile {
  private static final int MAX_BYTES = 64 << 10;
  private static final Pattern SECTION = Pattern.compile("\\[([\\w-]+)]");
  private static final Pattern SETTING = Pattern.compile("([\\w-]+)\\s*=\\s*(.*)");

  private final Path file;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private Optional<String> command = Optional.empty();

  private SettingsFile(Path file) {
    this.file = file;
  }

  /** All settings of a file, in its order. */
  public static List<Setting> read(Path file) {
    SettingsFile reading = new SettingsFile(file);
    int number = 0;
    for (String line : reading.text().lines().toList()) {
      number++;
      reading.add(line.strip(), file + ":" + number);
    }
    return new ArrayList<>(reading.settings.values());
  }

  private String text() {
    if (!Files.isRegularFile(file)) {
      throw fault(file + (Files.exists(file) ? ": is no file" : ": no such file"));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw fault(file + ": is larger than 64 KiB, which is too much for settings");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new AppException(ExitCode.INPUT, file + ": is no text in UTF-8", e);
    } catch (IOException e) {
      throw new AppException(ExitCode.INPUT, file + ": cannot be read", e);
    }
  }

  private void add(String line, String place) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    Matcher section = SECTION.matcher(line);
    if (section.matches()) {
      command = Optional.of(section.group(1));
      return;
    }
    Matcher setting = SETTING.matcher(line);
    if (!setting.matches()) {
      throw fault(place + ": expected name = value, [command] or # comment");
    }
    String name = setting.group(1);
    Setting read = new Setting(command, name, unquoted(setting.group(2)), place);
    Setting earlier = settings.put(command.orElse("") + " " + name, read);
    if (earlier != null) {
      throw fault(place + ": " + name + " is set already in " + earlier.place());
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** A setting as a line that reads as the same one. */
  public static String line(String name, String value) {
    boolean plain = !value.isEmpty() && value.equals(value.strip()) && !value.startsWith("\"");
    return name + " = " + (plain ? value : "\"" + value + "\"");
  }

  private static AppException fault(String message) {
    return new AppException(ExitCode.INPUT, message);
  }
}
