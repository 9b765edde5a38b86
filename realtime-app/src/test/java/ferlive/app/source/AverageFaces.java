package ferlive.app.source;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * Makes the demo's average faces out of FER2013: for each class the mean of the 250 training faces
 * nearest to the class mean, then drawn as a caricature is: what sets a face apart from the mean of
 * all seven is trebled, and fine detail is raised, because an average alone is a face without much
 * of an expression, to people and to networks. The result is a strip of 48x48 faces in label order,
 * statistics over hundreds of people and nobody's picture.
 *
 * <p>Run: {@code AverageFaces fer2013.zip average-faces.png}.
 */
final class AverageFaces {
  private static final int SIDE = 48;
  private static final int PIXELS = SIDE * SIDE;
  private static final int NEAREST = 250;
  private static final int ITERATIONS = 4;

  /**
   * By how much a face is moved away from the mean of all seven: in steps of a half, the least at
   * which each shipped network names all seven.
   */
  private static final float EXAGGERATION = 3;

  /** Share of what a Gaussian blur of {@link #BLUR} pixels takes away that is added. */
  private static final float SHARPENING = 0.8f;

  private static final double BLUR = 3;

  /** Share of pixels, at either end, that the contrast stretch lets run into black and white. */
  private static final double CLIPPED = 0.01;

  private AverageFaces() {}

  public static void main(String[] args) throws IOException {
    BufferedImage strip =
        new BufferedImage(SIDE * DemoFaces.LABELS.size(), SIDE, BufferedImage.TYPE_BYTE_GRAY);
    List<float[]> prototypes = new ArrayList<>();
    try (ZipFile zip = new ZipFile(args[0])) {
      for (String label : DemoFaces.LABELS) {
        prototypes.add(prototype(read(zip, "train/" + label + "/")));
      }
    }
    float[] middle = mean(prototypes);
    for (int label = 0; label < DemoFaces.LABELS.size(); label++) {
      float[] face = sharpen(exaggerate(prototypes.get(label), middle));
      paint(strip, label * SIDE, stretch(face));
    }
    ImageIO.write(strip, "png", Path.of(args[1]).toFile());
  }

  /**
   * Training faces of one class, each moved to mean 0 and length 1. Faces without any contrast are
   * left out.
   */
  private static List<float[]> read(ZipFile zip, String folder) throws IOException {
    List<float[]> faces = new ArrayList<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
        try (InputStream in = zip.getInputStream(entry)) {
          float[] face = new float[PIXELS];
          ImageIO.read(in).getRaster().getSamples(0, 0, SIDE, SIDE, 0, face);
          if (normalise(face)) {
            faces.add(face);
          }
        }
      }
    }
    return faces;
  }

  /** Mean of the faces that correlate best with the mean, found again from each new mean. */
  private static float[] prototype(List<float[]> faces) {
    float[] mean = mean(faces);
    for (int i = 0; i < ITERATIONS; i++) {
      float[] center = mean;
      List<float[]> nearest = new ArrayList<>(faces);
      nearest.sort(Comparator.comparingDouble(face -> -dot(face, center)));
      mean = mean(nearest.subList(0, Math.min(NEAREST, nearest.size())));
    }
    return mean;
  }

  private static float[] mean(List<float[]> faces) {
    float[] mean = new float[PIXELS];
    for (float[] face : faces) {
      for (int i = 0; i < PIXELS; i++) {
        mean[i] += face[i];
      }
    }
    normalise(mean);
    return mean;
  }

  private static float[] exaggerate(float[] face, float[] middle) {
    float[] drawn = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      drawn[i] = middle[i] + EXAGGERATION * (face[i] - middle[i]);
    }
    return drawn;
  }

  private static float[] sharpen(float[] face) {
    float[] blurred = blurRows(transpose(blurRows(transpose(face))));
    float[] sharp = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      sharp[i] = face[i] + SHARPENING * (face[i] - blurred[i]);
    }
    return sharp;
  }

  /** Gaussian blur along the rows; weights beyond the border are left out. */
  private static float[] blurRows(float[] face) {
    float[] blurred = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      int row = i / SIDE * SIDE;
      double sum = 0;
      double weights = 0;
      for (int x = 0; x < SIDE; x++) {
        double distance = (row + x - i) / BLUR;
        double weight = Math.exp(-distance * distance / 2);
        sum += weight * face[row + x];
        weights += weight;
      }
      blurred[i] = (float) (sum / weights);
    }
    return blurred;
  }

  private static float[] transpose(float[] face) {
    float[] turned = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      turned[i % SIDE * SIDE + i / SIDE] = face[i];
    }
    return turned;
  }

  private static boolean normalise(float[] face) {
    double sum = 0;
    for (float value : face) {
      sum += value;
    }
    float shift = (float) (sum / PIXELS);
    for (int i = 0; i < PIXELS; i++) {
      face[i] -= shift;
    }
    float length = (float) Math.sqrt(dot(face, face));
    for (int i = 0; i < PIXELS && length > 0; i++) {
      face[i] /= length;
    }
    return length > 0;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < PIXELS; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static int[] stretch(float[] face) {
    float[] sorted = face.clone();
    java.util.Arrays.sort(sorted);
    float low = sorted[(int) (CLIPPED * PIXELS)];
    float high = sorted[(int) ((1 - CLIPPED) * PIXELS) - 1];
    int[] gray = new int[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      gray[i] = Math.max(0, Math.min(255, Math.round(255 * (face[i] - low) / (high - low))));
    }
    return gray;
  }

  private static void paint(BufferedImage strip, int x, int[] gray) {
    strip.getRaster().setSamples(x, 0, SIDE, SIDE, 0, gray);
  }
}
