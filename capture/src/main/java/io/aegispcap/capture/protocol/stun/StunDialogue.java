package io.aegispcap.capture.protocol.stun;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/// Gathers what the messages say; media that share the ports are passed over.
final class StunDialogue implements Dialogue {
  private static final int MOST_METHODS = 16;
  private static final int MOST_SOFTWARE = 4;
  private static final int MOST_MAPPED = 8;
  private static final int MOST_PEERS = 16;
  private static final int SUCCESS = 2;

  private final Conversation conversation;
  private final long frameId;
  private final long timestamp;
  private final Set<String> methods = new LinkedHashSet<>();
  private final Set<String> software = new LinkedHashSet<>();
  private final Set<String> mapped = new LinkedHashSet<>();
  private final Set<String> peers = new LinkedHashSet<>();
  private String realm = "";
  private int error;
  private long requests;
  private long answers;

  StunDialogue(Conversation conversation) {
    this.conversation = conversation;
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (StunMessage.isStun(data)) {
      add(StunMessage.of(data));
    }
    return true;
  }

  private void add(StunMessage message) {
    boolean answer = message.kind() >= SUCCESS;
    answers += answer ? 1 : 0;
    requests += answer ? 0 : 1;
    add(methods, message.method(), MOST_METHODS);
    message.software().ifPresent(text -> add(software, text, MOST_SOFTWARE));
    message.mapped().ifPresent(text -> add(mapped, text, MOST_MAPPED));
    message.peer().ifPresent(text -> add(peers, text, MOST_PEERS));
    message.realm().ifPresent(text -> realm = text);
    error = message.error() == 0 ? error : message.error();
  }

  private static void add(Set<String> set, String text, int most) {
    if (set.size() < most) {
      set.add(text);
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    if (requests + answers > 0) {
      conversation.emit(
          new StunSession(
              frameId,
              timestamp,
              new ArrayList<>(methods),
              new ArrayList<>(software),
              new ArrayList<>(mapped),
              new ArrayList<>(peers),
              realm,
              error,
              requests,
              answers));
    }
    requests = 0;
    answers = 0;
  }
}
