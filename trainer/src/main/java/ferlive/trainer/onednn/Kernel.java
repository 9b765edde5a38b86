package ferlive.trainer.onednn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A primitive of oneDNN with its arguments, whose addresses change from run to run. Arguments go by
 * oneDNN's numbers ({@code DNNL_ARG_…}). Owns what it is made of, whatever scope it is made in,
 * until it is closed. Confined to one thread.
 */
final class Kernel implements AutoCloseable {
  private final List<Pointer> owned = new ArrayList<>();
  private final primitive work;
  private final stream queue = own(new stream(OneDnn.processor()));
  private final IntMemoryMap arguments = own(new IntMemoryMap());
  private final Map<Integer, memory> places = new HashMap<>();

  /** Arrays must not be freed before they are read: copies of views live until the next run. */
  private final Map<Integer, INDArray> arrays = new HashMap<>();

  private Reordering before;
  private Reordering after;

  private record Reordering(reorder step, memory from, memory to) {
    void run(stream queue) {
      step.execute(queue, from, to);
    }
  }

  Kernel(primitive work) {
    this.work = own(work);
  }

  private <P extends Pointer> P own(P pointer) {
    pointer.retainReference();
    owned.add(pointer);
    return pointer;
  }

  private Reordering reordering(memory from, memory to) {
    return new Reordering(own(new reorder(from, to)), from, to);
  }

  /** An argument in the order that the caller's arrays have; none if the description is empty. */
  Kernel with(int argument, memory.desc description) {
    if (!description.is_zero()) {
      memory place = own(OneDnn.unplaced(description));
      places.put(argument, place);
      arguments.put(argument, place);
    }
    return this;
  }

  /** An argument that stays the same from run to run. */
  Kernel withKept(int argument, memory kept) {
    arguments.put(argument, own(kept));
    return this;
  }

  /** One array that the kernel reads in an order of its own. */
  Kernel withReordered(int argument, memory.desc given, memory.desc wanted) {
    if (given.equals(wanted)) {
      return with(argument, given);
    }
    memory from = own(OneDnn.unplaced(given));
    places.put(argument, from);
    memory to = own(OneDnn.allocated(wanted));
    arguments.put(argument, to);
    before = reordering(from, to);
    return this;
  }

  /** One array that the kernel writes in an order of its own. */
  Kernel withResultReordered(int argument, memory.desc wanted, memory.desc made) {
    if (wanted.equals(made)) {
      return with(argument, wanted);
    }
    memory to = own(OneDnn.unplaced(wanted));
    places.put(argument, to);
    memory from = own(OneDnn.allocated(made));
    arguments.put(argument, from);
    after = reordering(from, to);
    return this;
  }

  /** Gives an argument that is read its array; {@code null} where there is no such argument. */
  void read(int argument, INDArray array) {
    if (array != null) {
      place(argument, isDense(array) ? array : array.dup('c'));
    }
  }

  /**
   * Gives an argument that is written its array; {@code null} where there is no such argument.
   *
   * @throws IllegalArgumentException for a view with gaps
   */
  void write(int argument, INDArray array) {
    if (array != null) {
      if (!isDense(array)) {
        throw new IllegalArgumentException("a view with gaps cannot be written");
      }
      place(argument, array);
    }
  }

  private void place(int argument, INDArray array) {
    arrays.put(argument, array);
    places.get(argument).set_data_handle(array.data().addressPointer());
  }

  /** Whether the last axis runs fastest, without gaps; the stride of an axis of one is nothing. */
  private static boolean isDense(INDArray array) {
    long expected = 1;
    for (int axis = array.rank() - 1; axis >= 0; axis--) {
      if (array.size(axis) != 1 && array.stride(axis) != expected) {
        return false;
      }
      expected *= array.size(axis);
    }
    return true;
  }

  void run() {
    if (before != null) {
      before.run(queue);
    }
    work.execute(queue, arguments);
    if (after != null) {
      after.run(queue);
    }
    queue._wait();
    arrays.clear();
  }

  /** Frees its native memory. It must not run any more. */
  @Override
  public void close() {
    owned.forEach(Pointer::releaseReference);
    owned.clear();
  }
}
