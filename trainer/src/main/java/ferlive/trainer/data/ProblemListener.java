package ferlive.trainer.data;

/** Told of everything that opening a data set leaves out, on the thread that opens it. */
@FunctionalInterface
public interface ProblemListener {
  void problem(Problem problem);
}
