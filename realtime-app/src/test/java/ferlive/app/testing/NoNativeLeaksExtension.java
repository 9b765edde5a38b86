package ferlive.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts native objects around a test. Only counts with JavaCPP's garbage collection left on. */
final class NoNativeLeaksExtension
    implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(NoNativeLeaksExtension.class);

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    // Loads OpenCV and its named colours: objects that are made once and stay.
    Scalar.RED.get(0);
    store(context).put(context.getUniqueId(), Pointer.totalCount());
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    long before = store(context).get(context.getUniqueId(), Long.class);
    assertThat(Pointer.totalCount())
        .as("native objects after the test")
        .isLessThanOrEqualTo(before);
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(OURS);
  }
}
