package io.aegispcap.capture.protocol.openvpn;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;

/// Counts packets by their opcode, the first five bits. Over TCP each has its length before it; a
/// gap there ends the reading.
final class OpenVpnDialogue implements Dialogue {
  private static final int TCP = 6;
  private static final int RESET_SERVER = 8;
  private static final int DATA_V1 = 6;
  private static final int DATA_V2 = 9;
  private static final int LAST = 11;
  private static final int LONGEST_RESET = 2_048;

  private final Conversation conversation;
  private final long frameId;
  private final long timestamp;
  private final Accumulator opening = new Accumulator(LONGEST_RESET);
  private final Half client = new Half();
  private final Half server = new Half();
  private String protection = "";
  private boolean answered;
  private long control;
  private long packets;
  private long bytes;
  private boolean told;

  OpenVpnDialogue(Conversation conversation) {
    this.conversation = conversation;
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (side == Side.CLIENT && protection.isEmpty()) {
      open(data);
    }
    if (conversation.transport() == TCP) {
      (side == Side.CLIENT ? client : server).read(data);
    } else if (data.length() > 0) {
      packet(data.u8(0), data.length());
    }
    return true;
  }

  /// The first packet, whole.
  private void open(Bytes data) {
    int skipped = conversation.transport() == TCP ? 2 : 0;
    opening.add(data, 0, Math.min(data.length(), LONGEST_RESET - opening.length()));
    Bytes held = opening.view();
    int length = skipped == 0 ? held.length() : held.length() < 2 ? 0 : held.u16(0);
    if (length > 0 && held.length() >= skipped + length) {
      protection = OpenVpnReset.protection(held.slice(skipped, length)).orElse("unknown");
      opening.clear();
    }
  }

  private void packet(int first, int length) {
    int opcode = first >> 3;
    if (opcode == DATA_V1 || opcode == DATA_V2) {
      packets++;
      bytes += length;
    } else if (opcode > 0 && opcode <= LAST) {
      control++;
      answered |= opcode == RESET_SERVER;
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    boolean goesOn = conversation.transport() != TCP;
    if (!goesOn) {
      close();
    }
    return goesOn;
  }

  @Override
  public void close() {
    if (!told) {
      told = true;
      conversation.emit(
          new OpenVpnSession(frameId, timestamp, protection, answered, control, packets, bytes));
    }
  }

  /// One side's packets over TCP: it holds three bytes of each.
  private final class Half {
    private int length;
    private int held;
    private int remaining;

    void read(Bytes data) {
      int at = 0;
      while (at < data.length()) {
        if (held < 2) {
          length = length << 8 | data.u8(at++);
          held++;
          remaining = held == 2 ? length : 0;
        } else {
          if (remaining == length && length > 0) {
            packet(data.u8(at), length);
          }
          int passed = Math.min(remaining, data.length() - at);
          at += passed;
          remaining -= passed;
        }
        if (held == 2 && remaining == 0) {
          held = 0;
          length = 0;
        }
      }
    }
  }
}
