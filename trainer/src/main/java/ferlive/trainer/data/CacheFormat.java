package ferlive.trainer.data;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a cache file, big-endian: magic, key digest, origin, labels, problems, side, count,
 * names, label indices, splits, pixels. The checksum that follows is {@link DatasetCache}'s.
 */
final class CacheFormat {
  /** "FERLIVE" and the version of this format. */
  private static final long MAGIC = 0x4645524c49564501L;

  private CacheFormat() {}

  /** A data set, and what was left out when it was read. */
  record Content(FaceDataset dataset, List<Problem> problems) {}

  static void write(DataOutputStream out, String key, Content content) throws IOException {
    FaceDataset dataset = content.dataset();
    DatasetOrigin origin = dataset.origin();
    out.writeLong(MAGIC);
    out.writeUTF(key);
    out.writeUTF(origin.name());
    out.writeUTF(origin.form().name());
    out.writeUTF(origin.sha256());
    out.writeInt(origin.leftOut());
    out.writeInt(dataset.labels().size());
    for (String label : dataset.labels()) {
      out.writeUTF(label);
    }
    out.writeInt(content.problems().size());
    for (Problem problem : content.problems()) {
      out.writeUTF(problem.where());
      out.writeUTF(problem.reason());
    }
    out.writeInt(dataset.side());
    out.writeInt(dataset.size());
    SampleIndex index = dataset.index();
    for (String name : index.names()) {
      out.writeUTF(name);
    }
    out.write(index.labels());
    out.write(index.splits());
    out.write(dataset.pixels());
  }

  /**
   * Reads a file whose checksum holds.
   *
   * @return nothing when the file is of another version or for another key
   */
  static Optional<Content> read(DataInputStream in, String key) throws IOException {
    if (in.readLong() != MAGIC || !in.readUTF().equals(key)) {
      return Optional.empty();
    }
    DatasetOrigin origin =
        new DatasetOrigin(
            in.readUTF(), DatasetForm.valueOf(in.readUTF()), in.readUTF(), in.readInt());
    List<String> labels = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      labels.add(in.readUTF());
    }
    List<Problem> problems = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      problems.add(new Problem(in.readUTF(), in.readUTF()));
    }
    int side = in.readInt();
    String[] names = new String[in.readInt()];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.readUTF();
    }
    byte[] labelOf = in.readNBytes(names.length);
    byte[] splitOf = in.readNBytes(names.length);
    byte[] pixels = new byte[names.length * side * side];
    in.readFully(pixels);
    SampleIndex index = new SampleIndex(labelOf, splitOf, names);
    return Optional.of(new Content(new FaceDataset(origin, labels, side, pixels, index), problems));
  }
}
