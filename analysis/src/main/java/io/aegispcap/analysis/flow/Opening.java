package io.aegispcap.analysis.flow;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first bytes of a conversation whose protocol is not known yet.
final class Opening {
  /// Bytes of each side that are looked at, at most.
  static final int MAX_BYTES = 4096;

  private final List<Protocol> candidates;
  private final boolean stream;
  private final List<Chunk> kept = new ArrayList<>(1);
  private boolean clientDone;
  private boolean serverDone;
  private int clientBytes;
  private int serverBytes;

  /// Bytes kept for the protocol that will be found.
  record Chunk(Side side, byte[] bytes, long frameId, long timestamp) {}

  /// @param stream whether a side's data come as one stream, not as datagrams
  Opening(List<Protocol> candidates, boolean stream) {
    this.candidates = candidates;
    this.stream = stream;
  }

  @Nullable Protocol find(Side side, Bytes data) {
    if (side == Side.CLIENT ? clientDone : serverDone) {
      return null;
    }
    boolean more = false;
    Bytes first = stream ? first(side, data) : data;
    for (Protocol candidate : candidates) {
      switch (candidate.recognise(side, first)) {
        case Recognition.YES -> {
          return candidate;
        }
        case Recognition.MORE -> more = true;
        case Recognition.NO -> {}
      }
    }
    if (!more || !stream || first.length() >= MAX_BYTES) {
      giveUp(side);
    }
    return null;
  }

  private Bytes first(Side side, Bytes data) {
    int before = side == Side.CLIENT ? clientBytes : serverBytes;
    if (before == 0) {
      return data;
    }
    byte[] joined = new byte[Math.min(MAX_BYTES, before + data.length())];
    int at = 0;
    for (Chunk chunk : kept) {
      if (chunk.side == side) {
        System.arraycopy(chunk.bytes, 0, joined, at, chunk.bytes.length);
        at += chunk.bytes.length;
      }
    }
    data.copyTo(0, joined, at, joined.length - at);
    return Bytes.of(joined);
  }

  void keep(Side side, Bytes data, long frameId, long timestamp) {
    int before = side == Side.CLIENT ? clientBytes : serverBytes;
    int length = Math.min(MAX_BYTES - before, data.length());
    if (length < data.length()) {
      giveUp(side); // what does not fit can't be replayed
    }
    if (length <= 0 || hopeless()) {
      return;
    }
    kept.add(new Chunk(side, data.copy(0, length), frameId, timestamp));
    if (side == Side.CLIENT) {
      clientBytes += length;
    } else {
      serverBytes += length;
    }
  }

  /// No protocol will be found in what this side says.
  void giveUp(Side side) {
    clientDone |= side == Side.CLIENT;
    serverDone |= side == Side.SERVER;
  }

  boolean hopeless() {
    return clientDone && serverDone || candidates.isEmpty();
  }

  List<Chunk> kept() {
    return kept;
  }
}
