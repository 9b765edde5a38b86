package ferlive.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineFactsTest {
  @Test
  void read_tellsTheMemoryOfTheMachineAndNotOfTheHeap() {
    long heapMegabytes = Runtime.getRuntime().maxMemory() >> 20;

    assertThat(MachineFacts.read().memoryMegabytes()).isGreaterThan(heapMegabytes);
  }
}
