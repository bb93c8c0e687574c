package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

/// Cuts one side's bytes into messages (RFC 1002 4.3). Of a message that only moves a file's
/// contents the head is kept, of others at most [#LONGEST] bytes; the rest is passed over, whether
/// it was captured or not.
final class MessageStream {
  static final int LONGEST = 65_536;

  /// Enough of a message to know what it is and how much data it moves.
  static final int HEAD = 128;

  private static final int FRAME = 4;
  private static final int SESSION_MESSAGE = 0;
  private static final int FIRST_SERVICE = 0x81;
  private static final int LAST_SERVICE = 0x85;

  private final Accumulator held = new Accumulator(FRAME + LONGEST);
  private long passing;

  /// Takes messages one after the other.
  interface Taker {
    /// @param message as much of it as is kept
    void take(Bytes message);
  }

  /// How much of a message is wanted.
  interface Interest {
    /// @param head the first [#HEAD] bytes, or all when there are fewer
    int wanted(Bytes head, int length);
  }

  void read(Bytes data, Interest interest, Taker taker) {
    int at = 0;
    while (at < data.length()) {
      int passed = (int) Math.min(passing, data.length() - at);
      passing -= passed;
      at += passed;
      int taken = Math.min(data.length() - at, missing(interest));
      held.add(data, at, taken);
      at += taken;
      if (held.length() >= FRAME && missing(interest) == 0) {
        deliver(taker);
      }
    }
  }

  /// Bytes that are yet to come before the message can be delivered.
  private int missing(Interest interest) {
    if (held.length() < FRAME) {
      return FRAME - held.length();
    }
    int length = length();
    int head = Math.min(length, HEAD);
    int there = held.length() - FRAME;
    if (there < head) {
      return head - there;
    }
    return Math.min(length, interest.wanted(held.view().slice(FRAME, head), length)) - there;
  }

  private int length() {
    Bytes view = held.view();
    int type = view.u8(0);
    if (type != SESSION_MESSAGE && (type < FIRST_SERVICE || type > LAST_SERVICE)) {
      throw new MalformedMessageException("not a session message");
    }
    return view.u24(1);
  }

  private void deliver(Taker taker) {
    int there = held.length() - FRAME;
    passing = (long) length() - there;
    if (held.view().u8(0) == SESSION_MESSAGE) {
      taker.take(held.view().slice(FRAME, there));
    }
    held.drop(held.length());
  }

  /// @return whether the lost bytes were none that are wanted
  boolean gap(long length) {
    if (length > passing) {
      return false;
    }
    passing -= length;
    return true;
  }
}
