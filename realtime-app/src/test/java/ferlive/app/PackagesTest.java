package ferlive.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.onnxruntime.OrtEnvironment;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ferlive.app.onnx.OnnxModels;
import java.io.ObjectInputStream;

/** Packages depend one way, and no stage knows its neighbour. */
@AnalyzeClasses(packages = "ferlive.app", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
  private static final String SOURCE = "ferlive.app.source..";
  private static final String DETECT = "ferlive.app.detect..";
  private static final String TRACK = "ferlive.app.track..";
  private static final String CLASSIFY = "ferlive.app.classify..";
  private static final String SINK = "ferlive.app.sink..";

  private static final String[] VIEWERS = {
    "ferlive.app.draw..", "ferlive.app.window..", "ferlive.app.record.."
  };

  @ArchTest
  static final ArchRule packages_areFreeOfCycles =
      slices().matching("ferlive.app.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule sources_knowNoOtherStage = knowsNone(SOURCE, DETECT, TRACK, CLASSIFY, SINK);

  @ArchTest
  static final ArchRule detectors_knowNoOtherStage =
      knowsNone(DETECT, SOURCE, TRACK, CLASSIFY, SINK);

  @ArchTest
  static final ArchRule trackers_knowNoOtherStage =
      knowsNone(TRACK, SOURCE, DETECT, CLASSIFY, SINK);

  @ArchTest
  static final ArchRule classifiers_knowNoOtherStage =
      knowsNone(CLASSIFY, SOURCE, DETECT, TRACK, SINK);

  /** A sink may say which source it shows. */
  @ArchTest
  static final ArchRule viewers_knowNoStageOfTheAnalysis =
      noClasses()
          .that()
          .resideInAnyPackage(VIEWERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DETECT, TRACK, CLASSIFY);

  @ArchTest
  static final ArchRule sinks_knowNoStageOfTheAnalysis = knowsNone(SINK, DETECT, TRACK, CLASSIFY);

  /** The user's clock may jump by an hour; no time-out, rate or delay may notice. */
  @ArchTest
  static final ArchRule times_areNotTakenFromTheWallClock =
      noClasses()
          .that()
          .resideInAnyPackage(SOURCE, SINK, TRACK, "ferlive.app.pipeline..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Instant")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock");

  /** There the file is scanned first. */
  @ArchTest
  static final ArchRule models_reachOnnxRuntimeInOnePlace =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(OnnxModels.class.getName())
          .should()
          .callMethodWhere(
              target(owner(assignableTo(OrtEnvironment.class))).and(target(name("createSession"))));

  @ArchTest
  static final ArchRule nobody_readsJavaObjects =
      noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

  private static ArchRule knowsNone(String stage, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(stage)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }
}
