package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccumulatorTests {
  @Test
  void holdsWhatWasAddedInOrder() {
    Accumulator held = new Accumulator(100);
    held.add(bytes("GET "));
    held.add(bytes("xx/ HTTPyy"), 2, 6);
    assertThat(held.view().latin1(0, held.length())).isEqualTo("GET / HTTP");
  }

  @Test
  void forgetsFromTheFront() {
    Accumulator held = new Accumulator(100);
    held.add(bytes("abcdef"));
    held.drop(4);
    assertThat(held.view().latin1(0, held.length())).isEqualTo("ef");
    held.drop(2);
    assertThat(held.isEmpty()).isTrue();
  }

  @Test
  void refusesMoreThanItsLimit() {
    Accumulator held = new Accumulator(4);
    held.add(bytes("abc"));
    assertThatThrownBy(() -> held.add(bytes("de")))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("message longer than 4 bytes");
  }

  @Test
  void refusesToForgetMoreThanItHolds() {
    Accumulator held = new Accumulator(4);
    assertThatThrownBy(() -> held.drop(1)).isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void behavesAsAQueueOfBytes() {
    Random random = new Random(1);
    Accumulator held = new Accumulator(5_000);
    Deque<Integer> expected = new ArrayDeque<>();
    for (int step = 0; step < 20_000; step++) {
      int count = random.nextInt(60);
      if (random.nextBoolean() && expected.size() + count <= 5_000) {
        byte[] more = new byte[count];
        random.nextBytes(more);
        held.add(Bytes.of(more));
        for (byte b : more) {
          expected.add(b & 0xff);
        }
      } else {
        int dropped = Math.min(count, expected.size());
        held.drop(dropped);
        for (int i = 0; i < dropped; i++) {
          expected.remove();
        }
      }
      assertThat(held.length()).isEqualTo(expected.size());
      if (!expected.isEmpty()) {
        assertThat(held.view().u8(0)).isEqualTo(expected.getFirst());
        assertThat(held.view().u8(held.length() - 1)).isEqualTo(expected.getLast());
      }
    }
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
