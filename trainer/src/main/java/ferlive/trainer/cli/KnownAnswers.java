package ferlive.trainer.cli;

import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Sha256;
import ferlive.trainer.output.OutputFile;
import ferlive.trainer.train.RecipeInput;
import ferlive.trainer.train.RecipeInput.Role;
import ferlive.trainer.train.TeacherAnswers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * What teachers said of the training faces, kept in the folder of a training: to ask them again
 * would cost minutes each time that it goes on.
 *
 * <p>The file holds a SHA-256 (hex) over what was asked of whom, the probabilities face by face
 * (float32, little-endian) and the CRC-32C of all that. One that is missing, damaged or of other
 * faces or teachers is as good as none.
 */
final class KnownAnswers {
  private static final String FILE = "teacher.answers";

  private final Path file;
  private final byte[] key;
  private final int faces;
  private final int classes;

  /**
   * @param folder of the training
   * @param inputs of its recipe
   */
  KnownAnswers(Path folder, FaceDataset faces, List<RecipeInput> inputs) {
    this.file = folder.resolve(FILE);
    this.faces = faces.size();
    this.classes = faces.labels().size();
    String asked =
        inputs.stream()
            .filter(input -> input.role() == Role.TEACHER)
            .map(RecipeInput::sha256)
            .collect(Collectors.joining(" "));
    String question = faces.sha256() + " " + faces.side() + " " + faces.labels() + " " + asked;
    this.key =
        Sha256.of(question.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
  }

  /** What is known. */
  Optional<TeacherAnswers> read() {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) != size()) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      int end = bytes.limit() - Integer.BYTES;
      byte[] asked = new byte[key.length];
      bytes.get(asked);
      if (bytes.getInt(end) != checksum(bytes, end) || !Arrays.equals(asked, key)) {
        return Optional.empty();
      }
      float[][] probabilities = new float[faces][classes];
      for (float[] row : probabilities) {
        for (int k = 0; k < classes; k++) {
          row[k] = bytes.getFloat();
        }
      }
      return Optional.of(new TeacherAnswers(probabilities));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps answers.
   *
   * @throws ferlive.trainer.error.TrainerException with OUTPUT when they cannot be written
   */
  void write(TeacherAnswers answers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(size())).order(ByteOrder.LITTLE_ENDIAN).put(key);
    for (int i = 0; i < faces; i++) {
      for (int k = 0; k < classes; k++) {
        bytes.putFloat(answers.probability(i, k));
      }
    }
    bytes.putInt(checksum(bytes, bytes.position()));
    OutputFile.write(file, bytes.flip());
  }

  private long size() {
    return key.length + (long) Float.BYTES * faces * classes + Integer.BYTES;
  }

  private static int checksum(ByteBuffer bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(0, length));
    return (int) crc.getValue();
  }
}
