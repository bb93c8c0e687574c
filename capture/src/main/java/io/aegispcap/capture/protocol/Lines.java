package io.aegispcap.capture.protocol;

import java.util.function.Predicate;

/// Cuts one side's stream into lines. Of a line longer than 2 KiB the rest is dropped.
public final class Lines {
  private static final int LONGEST = 2048;

  private final Accumulator held = new Accumulator(LONGEST);

  /// @param taker takes each line without its end, as ISO 8859-1, and says whether it wants more
  /// @return whether the taker wants more
  public boolean read(Bytes data, Predicate<String> taker) {
    int at = 0;
    while (at < data.length()) {
      int newline = data.indexOf((byte) '\n', at);
      int end = newline < 0 ? data.length() : newline;
      held.add(data, at, Math.min(end - at, LONGEST - held.length()));
      if (newline >= 0 && !taker.test(take())) {
        return false;
      }
      at = end + 1;
    }
    return true;
  }

  private String take() {
    String line = held.view().latin1(0, held.length());
    held.drop(held.length());
    if (line.indexOf('\0') >= 0) {
      throw new MalformedMessageException("not a line of text");
    }
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
