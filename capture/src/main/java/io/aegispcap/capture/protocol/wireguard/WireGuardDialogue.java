package io.aegispcap.capture.protocol.wireguard;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;

/// Counts messages by type and length. Source: Donenfeld, WireGuard: Next Generation Kernel Network
/// Tunnel, 5.4.
final class WireGuardDialogue implements Dialogue {
  private static final int INITIATION = 1;
  private static final int INITIATION_LENGTH = 148;
  private static final int RESPONSE = 2;
  private static final int RESPONSE_LENGTH = 92;
  private static final int COOKIE = 3;
  private static final int COOKIE_LENGTH = 64;
  private static final int DATA = 4;
  private static final int LEAST_DATA = 32;
  private static final int EPHEMERAL = 8;
  private static final int KEY = 32;
  private static final int SECOND_MAC = 132;

  private final Conversation conversation;
  private final long frameId;
  private final long timestamp;
  private long initiations;
  private long responses;
  private long cookies;
  private long packets;
  private long bytes;

  WireGuardDialogue(Conversation conversation) {
    this.conversation = conversation;
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  /// Type, length, a second MAC of zeros (as it is unless a peer is under load), and a key that
  /// looks random.
  static boolean isInitiation(Bytes data) {
    if (data.length() != INITIATION_LENGTH || data.u32(0) != (long) INITIATION << 24) {
      return false;
    }
    return data.u64(SECOND_MAC) == 0 && data.u64(SECOND_MAC + 8) == 0 && looksRandom(data);
  }

  private static boolean looksRandom(Bytes data) {
    long seen = 0;
    for (int i = EPHEMERAL; i < EPHEMERAL + KEY; i++) {
      seen |= 1L << (data.u8(i) & 63);
    }
    return Long.bitCount(seen) >= KEY / 2;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (data.length() < LEAST_DATA || (data.u32(0) & 0xff_ffff) != 0) {
      return true;
    }
    switch (data.u8(0)) {
      case INITIATION -> initiations += data.length() == INITIATION_LENGTH ? 1 : 0;
      case RESPONSE -> responses += data.length() == RESPONSE_LENGTH ? 1 : 0;
      case COOKIE -> cookies += data.length() == COOKIE_LENGTH ? 1 : 0;
      case DATA -> {
        packets++;
        bytes += data.length();
      }
      default -> {
        // Other traffic that shares the port.
      }
    }
    return true;
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    if (initiations > 0) {
      conversation.emit(
          new WireGuardSession(
              frameId, timestamp, initiations, responses, cookies, packets, bytes));
    }
    initiations = 0;
  }
}
