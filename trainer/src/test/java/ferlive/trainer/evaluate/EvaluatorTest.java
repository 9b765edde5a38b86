package ferlive.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ferlive.trainer.data.Expression;
import ferlive.trainer.data.FaceDataset;
import ferlive.trainer.data.Split;
import ferlive.trainer.data.SyntheticFaces;
import ferlive.trainer.evaluate.EvaluationReport.Subject;
import ferlive.trainer.metrics.Rescaling;
import ferlive.trainer.metrics.Temperature;
import ferlive.trainer.perturb.Axis;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final Rescaling RESCALING = new Rescaling(new Temperature(1.5), 0.1);
  private static final Subject SUBJECT = new Subject("m", "a", "d", "b", "public");

  /** 28 training faces and 7 of PublicTest. */
  private final FaceDataset all = SyntheticFaces.of(16, 4, 1);

  private final FaceDataset publicTest = all.select(Set.of(Split.PUBLIC_TEST));

  @Test
  void evaluate_fitsARescalingOnPublicTest() {
    EvaluationReport report =
        Evaluator.of(all, Set.of(Split.TRAIN)).evaluate(new Unsure(publicTest), SUBJECT, false);

    // Right with certainty on all of PublicTest, which the fit wants to be surer of still.
    Recalibration fit = report.recalibration().orElseThrow();
    assertThat(fit.fitted().temperature().value()).isLessThan(0.1);
    assertThat(fit.inside()).isEqualTo(RESCALING);
    assertThat(report.withoutCopies()).isEmpty();
    assertThat(report.robustness()).isEmpty();
  }

  @Test
  void evaluate_leavesOutWhatTheTrainingSplitHolds() {
    FaceDataset leaking = withTrainingFaceInPublicTest();

    EvaluationReport report =
        Evaluator.of(leaking, Set.of(Split.PUBLIC_TEST))
            .evaluate(new Unsure(publicTest), SUBJECT, false);

    WithoutCopies rest = report.withoutCopies().orElseThrow();
    assertThat(rest.exact()).isEqualTo(1);
    assertThat(rest.evaluation().confusion().total()).isEqualTo(6 - rest.near());
  }

  @Test
  void evaluate_measuresRobustnessAgainstTheCleanFaces() {
    EvaluationReport report =
        Evaluator.of(all, Set.of(Split.PUBLIC_TEST))
            .evaluate(new Unsure(publicTest), SUBJECT, true);

    // The classifier knows faces pixel by pixel, so that any change makes it fail.
    Robustness.Figures blur = report.robustness().orElseThrow().axes().get(Axis.BLUR);
    assertThat(blur.clean()).isEqualTo(1);
    assertThat(blur.drop()).isCloseTo(1 - blur.accuracy(), within(1e-12));
    assertThat(blur.accuracy()).isLessThan(0.5);
    assertThat(report.robustness().orElseThrow().axes()).containsOnlyKeys(Axis.values());
  }

  @Test
  void split_isAllInAPlainDataSet() {
    FaceDataset plain = FaceDataset.noise(Expression.LABELS, 16, 7, 1);
    Evaluator evaluator = Evaluator.of(plain, Set.of(Split.PUBLIC_TEST));

    assertThat(evaluator.split()).isEqualTo("all");
    assertThat(evaluator.evaluate(new Unsure(plain), SUBJECT, false).recalibration()).isEmpty();
    assertThat(Evaluator.of(all, Split.parse("public")).split()).isEqualTo("public");
  }

  private FaceDataset withTrainingFaceInPublicTest() {
    byte[] pixels = all.pixels().clone();
    int train = 0;
    int test = 4;
    assertThat(all.name(train)).startsWith("train/");
    assertThat(all.name(test)).startsWith("test/");
    System.arraycopy(pixels, train * 256, pixels, test * 256, 256);
    return all.withPixels(pixels);
  }

  /** Says the truth with probability 0.4 for faces that it knows, and class 0 for all others. */
  private record Unsure(FaceDataset known) implements Classifier {
    @Override
    public List<String> labels() {
      return Expression.LABELS;
    }

    @Override
    public int side() {
      return known.side();
    }

    @Override
    public Rescaling rescaling() {
      return RESCALING;
    }

    @Override
    public float[][] probabilities(FaceDataset faces) {
      float[][] rows = new float[faces.size()][labels().size()];
      for (int i = 0; i < rows.length; i++) {
        java.util.Arrays.fill(rows[i], 0.1f);
        rows[i][label(faces, i)] = 0.4f;
      }
      return rows;
    }

    private int label(FaceDataset faces, int i) {
      int area = side() * side();
      for (int j = 0; j < known.size(); j++) {
        if (java.util.Arrays.equals(
            faces.pixels(), i * area, (i + 1) * area, known.pixels(), j * area, (j + 1) * area)) {
          return known.label(j);
        }
      }
      return 0;
    }

    @Override
    public void close() {}
  }
}
