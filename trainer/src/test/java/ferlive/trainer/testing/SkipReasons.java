package ferlive.trainer.testing;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints why a test was skipped; the build's own report only counts them. */
public final class SkipReasons implements TestExecutionListener {
  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.ABORTED) {
      print(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    print(test, reason);
  }

  private static void print(TestIdentifier test, String reason) {
    String plain = reason.replaceFirst("^Assumption failed: (skipped: )?", "");
    System.out.println("skipped: " + test.getLegacyReportingName() + ": " + plain);
  }
}
