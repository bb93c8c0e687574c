package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The questions of one conversation that wait for an answer: at most 256; beyond that the oldest
/// is given up as unanswered.
final class DnsTransactions {
  private static final int MAX_WAITING = 256;

  private final Conversation conversation;
  private final DnsFlavour flavour;
  private final List<Question> waiting = new ArrayList<>(1);

  DnsTransactions(Conversation conversation) {
    this.conversation = conversation;
    this.flavour = DnsFlavour.of(conversation);
  }

  private record Question(
      long frameId,
      long timestamp,
      int id,
      String name,
      String type,
      String recordClass,
      int length) {}

  void take(byte[] bytes) {
    DnsMessage message = new DnsMessage(bytes, flavour);
    if (message.isResponse()) {
      answer(message);
    } else {
      ask(message);
    }
  }

  void close() {
    for (Question question : waiting) {
      giveUp(question);
    }
    waiting.clear();
  }

  private void ask(DnsMessage message) {
    Question question = question(message, message.length());
    if (flavour == DnsFlavour.MDNS) {
      giveUp(question);
      return;
    }
    if (waiting.size() == MAX_WAITING) {
      giveUp(waiting.removeFirst());
    }
    waiting.add(question);
  }

  private Question question(DnsMessage message, int length) {
    return new Question(
        conversation.frameId(),
        conversation.timestamp(),
        message.id(),
        message.name(),
        message.type(),
        message.recordClass(),
        length);
  }

  private void answer(DnsMessage message) {
    int found = find(message);
    if (found >= 0) {
      Question question = waiting.remove(found);
      emit(question, message, conversation.timestamp() - question.timestamp());
    } else {
      emit(question(message, 0), message, 0);
    }
  }

  private int find(DnsMessage message) {
    int id = message.id();
    for (int i = 0; i < waiting.size(); i++) {
      Question question = waiting.get(i);
      if (question.id() == id
          && (!message.hasQuestion() || question.name().equals(message.name()))) {
        return i;
      }
    }
    return -1;
  }

  private void emit(Question question, DnsMessage answer, long nanos) {
    conversation.emit(
        new DnsExchange(
            flavour.label(),
            question.frameId(),
            conversation.frameId(),
            question.timestamp(),
            question.id(),
            question.name(),
            question.type(),
            question.recordClass(),
            Optional.of(answer.responseCode()),
            answer.answers(),
            true,
            Math.max(nanos, 0),
            answer.isAuthoritative(),
            answer.isTruncated(),
            question.length(),
            answer.length()));
  }

  private void giveUp(Question question) {
    conversation.emit(
        new DnsExchange(
            flavour.label(),
            question.frameId(),
            0,
            question.timestamp(),
            question.id(),
            question.name(),
            question.type(),
            question.recordClass(),
            Optional.empty(),
            List.of(),
            false,
            0,
            false,
            false,
            question.length(),
            0));
  }
}
