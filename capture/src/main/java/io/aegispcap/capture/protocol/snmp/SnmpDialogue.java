package io.aegispcap.capture.protocol.snmp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Requests and responses by their number; what is alike is counted.
final class SnmpDialogue implements Dialogue {
  private static final int MOST_WAITING = 64;
  private static final int MOST_KINDS = 256;
  private static final int MOST_TOLD = 4096;

  private final Conversation conversation;
  private final SequencedMap<Long, Waiting> waiting = new LinkedHashMap<>();
  private final Map<Kind, Count> counts = new LinkedHashMap<>();
  private int told;

  private record Waiting(Side side, SnmpMessage message, long frameId, long timestamp) {}

  private record Kind(
      boolean byServer,
      String version,
      String community,
      int mark,
      String user,
      int pdu,
      String answer) {}

  private static final class Count {
    private final long frameId;
    private final long timestamp;
    private final Set<String> names = new LinkedHashSet<>();
    private long count;
    private long lastFrame;

    private Count(long frameId, long timestamp) {
      this.frameId = frameId;
      this.timestamp = timestamp;
    }
  }

  SnmpDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    SnmpMessage message = SnmpMessage.read(data);
    Waiting said = new Waiting(side, message, conversation.frameId(), conversation.timestamp());
    Side other = side == Side.CLIENT ? Side.SERVER : Side.CLIENT;
    switch (message.pdu()) {
      case SnmpMessage.RESPONSE, SnmpMessage.REPORT -> answered(other, message);
      case SnmpMessage.OLD_TRAP, SnmpMessage.NEW_TRAP -> count(said, "");
      case 0 -> {
        if (!answered(other, message)) {
          asked(said);
        }
      }
      default -> asked(said);
    }
    return told < MOST_TOLD;
  }

  private void asked(Waiting request) {
    Waiting before = waiting.put(transaction(request.side, request.message), request);
    if (before != null) {
      count(before, SnmpRequest.UNANSWERED);
    } else if (waiting.size() > MOST_WAITING) {
      count(waiting.pollFirstEntry().getValue(), SnmpRequest.UNANSWERED);
    }
  }

  private boolean answered(Side asking, SnmpMessage answer) {
    Waiting request = waiting.remove(transaction(asking, answer));
    if (request != null) {
      boolean report = answer.pdu() == SnmpMessage.REPORT;
      count(request, report ? "report" : SnmpWords.error(answer.error()));
    }
    return request != null;
  }

  private static long transaction(Side asking, SnmpMessage message) {
    return (long) asking.ordinal() << 33 | message.request() & 0xffff_ffffL;
  }

  private void count(Waiting said, String answer) {
    SnmpMessage message = said.message;
    Kind kind =
        new Kind(
            said.side == Side.SERVER,
            message.version(),
            message.community(),
            message.mark(),
            message.user(),
            message.pdu(),
            answer);
    Count count = counts.get(kind);
    if (count == null) {
      if (counts.size() >= MOST_KINDS) {
        tell();
      }
      count = new Count(said.frameId, said.timestamp);
      counts.put(kind, count);
    }
    count.count++;
    count.lastFrame = said.frameId;
    for (String name : message.names()) {
      if (count.names.size() < SnmpMessage.MOST_NAMES) {
        count.names.add(name);
      }
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    waiting.values().forEach(request -> count(request, SnmpRequest.UNANSWERED));
    waiting.clear();
    tell();
  }

  private void tell() {
    counts.forEach(
        (kind, count) -> {
          if (told < MOST_TOLD) {
            told++;
            conversation.emit(
                new SnmpRequest(
                    count.frameId,
                    count.timestamp,
                    kind.byServer,
                    kind.version,
                    kind.community,
                    kind.mark,
                    kind.user,
                    SnmpWords.type(kind.pdu),
                    count.names.stream().toList(),
                    kind.answer,
                    count.count,
                    count.lastFrame));
          }
        });
    counts.clear();
  }
}
