package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A message is `#`, its length in a byte, and text.
class FramedStreamTests {
  private static final int MOST = 10;

  private enum Counted implements Framing {
    COUNTED;

    @Override
    public int header() {
      return 2;
    }

    @Override
    public int length(Bytes message) {
      return message.u8(0) == '#' && message.u8(1) >= 2 ? message.u8(1) : -1;
    }
  }

  private final FramedStream stream = new FramedStream(Counted.COUNTED, MOST);
  private final List<String> seen = new ArrayList<>();

  private void read(String text) {
    stream.read(
        Bytes.of(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
        message -> seen.add(message.latin1(2, message.length() - 2)));
  }

  private static String message(String text) {
    return "#" + (char) (2 + text.length()) + text;
  }

  @Test
  void cutsAnywhere() {
    String said = message("one") + message("") + message("a long message") + message("four");
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      seen.clear();
      for (int at = 0; at < said.length(); ) {
        int end = Math.min(said.length(), at + 1 + random.nextInt(8));
        read(said.substring(at, end));
        at = end;
      }
      assertThat(seen).containsExactly("one", "", "a long m", "four");
    }
  }

  @Test
  void goesOnWhereAMessageBegins() {
    read(message("one") + "#" + (char) 9);
    stream.gap(3);
    read("rest");
    read(message("two"));
    assertThat(seen).containsExactly("one", "two");
  }

  @Test
  void passesOverALossInsideWhatItPassesOver() {
    read(message("a long message").substring(0, 12));
    stream.gap(4);
    read(message("two"));
    assertThat(seen).containsExactly("a long m", "two");
  }

  @Test
  void refusesWhatIsNoMessage() {
    assertThatThrownBy(() -> read(message("one") + "one"))
        .isInstanceOf(MalformedMessageException.class);
    assertThat(seen).containsExactly("one");
  }
}
