package io.aegispcap.capture.protocol.ike;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Gathers the exchanges, and counts what IPsec carries at the same ports.
final class IkeDialogue implements Dialogue {
  private static final int MOST_EXCHANGES = 16;
  private static final int LEAST_ESP = 16;

  private final Conversation conversation;
  private final long frameId;
  private final long timestamp;
  private final Set<String> exchanges = new LinkedHashSet<>();
  private int version;
  private boolean answered;
  private long messages;
  private long packets;
  private long bytes;

  IkeDialogue(Conversation conversation) {
    this.conversation = conversation;
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  @Override
  public boolean read(Side side, Bytes data) {
    Optional<IkeHeader> header = IkeHeader.of(data);
    if (header.isPresent()) {
      add(header.get());
    } else if (data.length() >= LEAST_ESP && data.u32(0) != 0) {
      packets++;
      bytes += data.length();
    }
    return true;
  }

  private void add(IkeHeader header) {
    messages++;
    version = version == 0 ? header.version() : version;
    answered |= !header.fresh();
    if (exchanges.size() < MOST_EXCHANGES) {
      exchanges.add(header.name());
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    if (messages > 0) {
      conversation.emit(
          new IkeSession(
              frameId,
              timestamp,
              version,
              new ArrayList<>(exchanges),
              answered,
              messages,
              packets,
              bytes));
    }
    messages = 0;
  }
}
