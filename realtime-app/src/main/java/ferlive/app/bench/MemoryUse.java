package ferlive.app.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The memory of a run, in MiB.
 *
 * @param residentStart resident after the warm-up
 * @param residentEnd resident at the end
 * @param residentMost the most that was resident
 * @param residentPerMinute growth by a line through all samples
 * @param heap of the JVM that was ever in use at once
 * @param offHeap the rest of what is resident: pictures, networks, libraries, and the JVM itself
 */
record MemoryUse(
    double residentStart,
    double residentEnd,
    double residentMost,
    double residentPerMinute,
    double heap,
    double offHeap) {
  /** Growth over the run, as a share of its start. */
  @JsonProperty
  double residentGrowth() {
    return Thousandths.of(residentEnd / residentStart - 1);
  }
}
