package ferlive.trainer.train;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ferlive.trainer.error.ExitCode;
import ferlive.trainer.error.TrainerException;
import ferlive.trainer.output.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Writes and reads a checkpoint as one file: magic, version, length and text of the header (JSON),
 * then three arrays (length, float32), all little-endian, and the CRC-32C of all that.
 *
 * <p>A file is complete or not there: it is written beside its place, forced to disk and moved.
 * Reading instantiates records only; nothing in a file names a class.
 */
public final class CheckpointFile {
  private static final byte[] MAGIC = "FERLIVE1".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int MAX_BYTES = 256 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private CheckpointFile() {}

  /**
   * Writes a checkpoint.
   *
   * @throws TrainerException with OUTPUT when it cannot be written; what was there stays
   */
  public static void write(Path file, Checkpoint checkpoint) {
    OutputFile.write(file, encode(checkpoint));
  }

  private static ByteBuffer encode(Checkpoint checkpoint) {
    byte[] header = headerBytes(checkpoint.header());
    LearnerState state = checkpoint.state();
    float[][] arrays = {state.weights(), state.updater(), state.average()};
    long floats = Arrays.stream(arrays).mapToLong(array -> array.length).sum();
    ByteBuffer bytes =
        ByteBuffer.allocate(
                Math.toIntExact(MAGIC.length + 8 + header.length + 3 * 4 + 4 * floats + 4))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putInt(VERSION).putInt(header.length).put(header);
    for (float[] array : arrays) {
      bytes.putInt(array.length);
      bytes.asFloatBuffer().put(array);
      bytes.position(bytes.position() + 4 * array.length);
    }
    bytes.putInt(checksum(bytes.array(), bytes.position()));
    return bytes.flip();
  }

  private static byte[] headerBytes(CheckpointHeader header) {
    try {
      return JSON.writeValueAsBytes(header);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that is no JSON: " + header, e);
    }
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /**
   * Reads a checkpoint.
   *
   * @throws TrainerException with INPUT when it is missing or damaged
   */
  public static Checkpoint read(Path file) {
    // A device or a pipe may never end.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw damaged(file, "it is no regular file", null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw damaged(file, "it is larger than a checkpoint can be", null);
      }
      return decode(file, content);
    } catch (IOException e) {
      throw new TrainerException(
          ExitCode.INPUT, "cannot read the checkpoint " + file + ": " + e.getMessage(), e);
    }
  }

  private static Checkpoint decode(Path file, byte[] content) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int end = content.length - 4;
    if (end < MAGIC.length || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw damaged(file, "it is not a checkpoint of this program", null);
    }
    if (bytes.getInt(end) != checksum(content, end)) {
      throw damaged(file, "its checksum does not match", null);
    }
    try {
      bytes.position(MAGIC.length);
      int version = bytes.getInt();
      if (version != VERSION) {
        throw damaged(file, "its version " + version + " is not known", null);
      }
      byte[] header = headerBytes(bytes);
      return new Checkpoint(
          header(header), new LearnerState(floats(bytes), floats(bytes), floats(bytes)));
    } catch (JsonProcessingException | BufferUnderflowException e) {
      throw damaged(file, "its content is not what its header says", e);
    }
  }

  /**
   * Parses a header.
   *
   * @throws JsonProcessingException when it is none
   */
  static CheckpointHeader header(byte[] json) throws JsonProcessingException {
    // From bytes, Jackson would guess an encoding, and fail in another way where it guesses wrong.
    String text = new String(json, StandardCharsets.UTF_8);
    CheckpointHeader header = JSON.readValue(text, CheckpointHeader.class);
    if (header == null || header.recipe() == null || header.data() == null) {
      throw new JsonParseException(null, "a header without a recipe or without its data");
    }
    return header;
  }

  private static byte[] headerBytes(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] header = new byte[length];
    bytes.get(header);
    return header;
  }

  private static float[] floats(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining() / 4) {
      throw new BufferUnderflowException();
    }
    float[] array = new float[length];
    bytes.asFloatBuffer().get(array);
    bytes.position(bytes.position() + 4 * length);
    return array;
  }

  private static TrainerException damaged(Path file, String why, Exception cause) {
    return new TrainerException(
        ExitCode.INPUT, "the checkpoint " + file + " cannot be used: " + why, cause);
  }
}
