package ferlive.trainer.evaluate;

import ferlive.trainer.chart.ChartPicture;
import ferlive.trainer.metrics.Confusion;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A confusion matrix as a picture: a row for each true class, a column for each chosen one. A cell
 * says which share of the row's faces it holds, by number and by colour, and how many they are.
 */
public final class ConfusionPicture {
  private static final int MIN_WIDTH = 620;
  private static final int CELL = 92;
  private static final int LEFT = 150;
  private static final int TOP = 116;
  private static final int MARGIN = 24;
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
  private static final Font SHARE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
  private static final Font COUNT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Color INK = new Color(0x22, 0x2b, 0x38);
  private static final Color FAINT = new Color(0x6b, 0x76, 0x85);
  private static final Color MUTED = new Color(0x45, 0x52, 0x63);
  private static final Color EMPTY = new Color(0xf1, 0xf5, 0xfa);
  private static final Color FULL = new Color(0x08, 0x45, 0x94);

  private final EvaluationReport report;
  private final Graphics2D graphics;

  private ConfusionPicture(EvaluationReport report, Graphics2D graphics) {
    this.report = report;
    this.graphics = graphics;
  }

  /** The picture as PNG. */
  public static ByteBuffer png(EvaluationReport report) {
    int cells = report.labels().size() * CELL;
    BufferedImage image =
        new BufferedImage(
            Math.max(MIN_WIDTH, LEFT + cells + MARGIN),
            TOP + cells + MARGIN,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    new ConfusionPicture(report, graphics).draw();
    graphics.dispose();
    return ChartPicture.png(image);
  }

  private void draw() {
    Confusion confusion = report.evaluation().confusion();
    List<String> labels = report.labels();
    write(TITLE, INK, fileName(report.subject().model()), MARGIN, 36);
    String line =
        String.format(
            Locale.ROOT,
            "%s, %s: accuracy %.2f %% of %d faces, macro-F1 %.3f",
            fileName(report.subject().data()),
            report.subject().split(),
            100 * confusion.accuracy(),
            confusion.total(),
            confusion.macroF1());
    write(COUNT, FAINT, line, MARGIN, 60);
    write(COUNT, FAINT, "true \u2193   chosen \u2192", MARGIN, TOP - 14);
    for (int k = 0; k < labels.size(); k++) {
      writeCentred(LABEL, INK, labels.get(k), LEFT + k * CELL + CELL / 2, TOP - 14);
      int right = LEFT - 14 - width(LABEL, labels.get(k));
      write(LABEL, INK, labels.get(k), right, TOP + k * CELL + CELL / 2 + 6);
      for (int chosen = 0; chosen < labels.size(); chosen++) {
        drawCell(confusion, k, chosen);
      }
    }
  }

  private static String fileName(String path) {
    Path name = Path.of(path).toAbsolutePath().normalize().getFileName();
    return name == null ? path : name.toString();
  }

  private void drawCell(Confusion confusion, int truth, int chosen) {
    int count = confusion.count(truth, chosen);
    int support = confusion.support(truth);
    double share = support == 0 ? 0 : (double) count / support;
    int left = LEFT + chosen * CELL;
    int top = TOP + truth * CELL;
    graphics.setColor(shade(share));
    graphics.fillRect(left + 1, top + 1, CELL - 2, CELL - 2);
    if (support == 0) {
      return;
    }
    boolean dark = share > 0.46;
    String percent = String.format(Locale.ROOT, "%.0f %%", 100 * share);
    writeCentred(SHARE, dark ? Color.WHITE : INK, percent, left + CELL / 2, top + CELL / 2 + 2);
    writeCentred(
        COUNT, dark ? EMPTY : MUTED, Integer.toString(count), left + CELL / 2, top + CELL / 2 + 22);
  }

  private static Color shade(double share) {
    // Less than linear, to keep small shares apart from none.
    double depth = Math.pow(share, 0.8);
    return new Color(
        mix(EMPTY.getRed(), FULL.getRed(), depth),
        mix(EMPTY.getGreen(), FULL.getGreen(), depth),
        mix(EMPTY.getBlue(), FULL.getBlue(), depth));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private void write(Font font, Color colour, String text, int x, int baseline) {
    graphics.setFont(font);
    graphics.setColor(colour);
    graphics.drawString(text, x, baseline);
  }

  private void writeCentred(Font font, Color colour, String text, int x, int baseline) {
    write(font, colour, text, x - width(font, text) / 2, baseline);
  }

  private int width(Font font, String text) {
    FontMetrics metrics = graphics.getFontMetrics(font);
    return metrics.stringWidth(text);
  }
}
