package ferlive.app.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The memory of a run, in MiB.
 *
 * @param residentStart resident after the warm-up
 * @param residentEnd resident at the end
 * @param residentMost the most that was resident
 * @param residentPerMinute growth by a line through all samples
 * @param heapStart of the JVM's heap, what had ever been in use after the warm-up
 * @param heapEnd the same at the end
 * @param offHeapStart the rest after the warm-up: pictures, networks, libraries, the JVM itself
 * @param offHeapEnd the same at the end
 */
record MemoryUse(
    double residentStart,
    double residentEnd,
    double residentMost,
    double residentPerMinute,
    double heapStart,
    double heapEnd,
    double offHeapStart,
    double offHeapEnd) {
  /** Growth over the run, as a share of its start. */
  @JsonProperty
  double residentGrowth() {
    return Thousandths.of(residentEnd / residentStart - 1);
  }
}
