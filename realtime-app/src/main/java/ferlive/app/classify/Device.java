package ferlive.app.classify;

/** What a network is asked to run on. */
public enum Device {
  /** CUDA where it works, else the CPU. */
  AUTO,
  CPU,
  /** CUDA or nothing: a machine without it is an error. */
  CUDA
}
