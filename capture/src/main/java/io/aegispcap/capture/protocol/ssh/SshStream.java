package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// Reads one side: its banner, then packets in clear (RFC 4253 4.2 and 6), then what is encrypted.
final class SshStream {
  private static final int MAX_PACKET = 1 << 16;
  private static final int MIN_PACKET = 5;
  private static final int MAX_LINE = 1024;
  private static final int MAX_LINES = 64;
  private static final int LENGTH_FIELD = 4;
  private static final int KEXINIT = 20;
  private static final int NEWKEYS = 21;
  private static final int DH_INIT = 30;
  private static final int DH_GROUP_REQUEST = 34;

  private enum Stage {
    BANNER,
    CLEAR,
    ENCRYPTED
  }

  private final Side side;
  private final SshSink sink;
  private final Accumulator held = new Accumulator(LENGTH_FIELD + MAX_PACKET);
  private Stage stage = Stage.BANNER;
  private int lines;

  SshStream(Side side, SshSink sink) {
    this.side = side;
    this.sink = sink;
  }

  void add(Bytes data) {
    int at = 0;
    while (at < data.length()) {
      switch (stage) {
        case BANNER -> at = readLine(data, at);
        case CLEAR -> at = readPacket(data, at);
        case ENCRYPTED -> {
          sink.encrypted(side, data, at);
          at = data.length();
        }
      }
    }
  }

  private int readLine(Bytes data, int at) {
    int end = data.indexOf((byte) '\n', at);
    int next = end < 0 ? data.length() : end + 1;
    if (held.length() + next - at > MAX_LINE) {
      throw new MalformedMessageException("SSH banner line longer than " + MAX_LINE + " bytes");
    }
    held.add(data, at, next - at);
    if (end >= 0) {
      completeLine();
    }
    return next;
  }

  private void completeLine() {
    String line = Escapes.line(held.view());
    held.drop(held.length());
    if (line.startsWith("SSH-")) {
      stage = Stage.CLEAR;
      sink.banner(side, line);
    } else if (++lines > MAX_LINES) {
      throw new MalformedMessageException("no SSH banner in the first lines");
    }
  }

  private int readPacket(Bytes data, int at) {
    int taken = Math.min(needed() - held.length(), data.length() - at);
    held.add(data, at, taken);
    if (held.length() > LENGTH_FIELD && held.length() == needed()) {
      complete(held.view());
      held.drop(held.length());
    }
    return at + taken;
  }

  private int needed() {
    if (held.length() < LENGTH_FIELD) {
      return LENGTH_FIELD;
    }
    long length = held.view().u32(0);
    if (length < MIN_PACKET || length > MAX_PACKET) {
      throw new MalformedMessageException("SSH packet of " + length + " bytes");
    }
    return LENGTH_FIELD + (int) length;
  }

  private void complete(Bytes packet) {
    int padding = packet.u8(LENGTH_FIELD);
    Bytes payload = packet.slice(LENGTH_FIELD + 1, packet.length() - LENGTH_FIELD - 1 - padding);
    if (payload.length() == 0) {
      throw new MalformedMessageException("SSH packet without a message");
    }
    int type = payload.u8(0);
    if (type == KEXINIT) {
      sink.keyExchange(side, KeyExchange.parse(payload));
    } else if (type == NEWKEYS) {
      stage = Stage.ENCRYPTED;
    } else if (type == DH_INIT || type == DH_GROUP_REQUEST) {
      sink.actsAsClient(side);
    }
  }
}
