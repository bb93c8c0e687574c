package io.aegispcap.capture.protocol;

import java.util.function.Consumer;

/// Cuts one side's bytes into messages. Of a long message its beginning is handed on and the rest
/// passed over. After missing bytes it goes on where a piece of data begins with a message.
public final class FramedStream {
  private final Framing framing;
  private final int most;
  private final Accumulator held;
  private final Bytes view = new Bytes();
  private long passing;
  private boolean lost;

  /// @param most bytes of a message that are handed on; the headers fit in them
  public FramedStream(Framing framing, int most) {
    this.framing = framing;
    this.most = most;
    this.held = new Accumulator(most);
  }

  /// @param taker is shown each message, or the beginning of a long one; valid during the call
  /// @throws MalformedMessageException when something is no message
  public void read(Bytes data, Consumer<Bytes> taker) {
    int at = 0;
    if (lost) {
      if (data.length() < framing.header() || framing.length(data) < 0) {
        return;
      }
      lost = false;
    }
    while (at < data.length()) {
      if (passing > 0) {
        int passed = (int) Math.min(passing, data.length() - at);
        passing -= passed;
        at += passed;
      } else if (held.isEmpty()) {
        at += direct(data, at, taker);
      } else {
        at += gathered(data, at, taker);
      }
    }
  }

  /// Takes a message where it lies; holds what is not whole.
  private int direct(Bytes data, int at, Consumer<Bytes> taker) {
    int left = data.length() - at;
    view.over(data.array(), data.start() + at, left);
    int length = left < framing.header() ? 0 : length(view);
    if (length > 0 && Math.min(length, most) <= left) {
      int shown = Math.min(length, most);
      taker.accept(view.over(data.array(), data.start() + at, shown));
      passing = (long) length - shown;
      return shown;
    }
    int kept = Math.min(left, most);
    held.add(data, at, kept);
    return kept;
  }

  /// Adds what the message that is held lacks.
  private int gathered(Bytes data, int at, Consumer<Bytes> taker) {
    int left = data.length() - at;
    int known = held.length();
    int length = known < framing.header() ? 0 : length(held.view());
    int wanted =
        length > 0 ? Math.min(length, most) - known : Math.max(1, framing.header() - known);
    int taken = Math.min(wanted, left);
    held.add(data, at, taken);
    int whole = held.length() < framing.header() ? 0 : length(held.view());
    if (whole > 0 && held.length() >= Math.min(whole, most)) {
      passing = (long) whole - held.length();
      taker.accept(held.view());
      held.drop(held.length());
    }
    return taken;
  }

  private int length(Bytes message) {
    int length = framing.length(message);
    if (length < 0) {
      throw new MalformedMessageException("no message begins here");
    }
    return length;
  }

  /// Bytes are missing.
  public void gap(long length) {
    if (length <= passing) {
      passing -= length;
      return;
    }
    passing = 0;
    held.drop(held.length());
    lost = true;
  }
}
