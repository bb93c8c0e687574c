package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import java.util.List;
import java.util.Optional;

/// Pairs the questions of one conversation with their answers. At most 256 questions wait; beyond
/// that the oldest is given up as unanswered.
final class DnsTransactions {
  private static final int MAX_WAITING = 256;

  private final Conversation conversation;
  private final DnsFlavour flavour;
  private final DnsMessage message;
  private final DnsQuestions waiting = new DnsQuestions();

  /// @param message to read with
  DnsTransactions(Conversation conversation, DnsMessage message) {
    this.conversation = conversation;
    this.message = message;
    this.flavour = DnsFlavour.of(conversation);
  }

  /// Reads a message, which is that part of the data.
  void take(Bytes data, int from, int length) {
    message.read(data, from, length, flavour);
    if (message.isResponse()) {
      answer();
    } else {
      ask();
    }
  }

  void close() {
    while (!waiting.isEmpty()) {
      giveUp(waiting.remove(0));
    }
  }

  private void ask() {
    DnsQuestion question = question(message.length());
    if (flavour == DnsFlavour.MDNS) {
      giveUp(question);
      return;
    }
    if (waiting.size() == MAX_WAITING) {
      giveUp(waiting.remove(0));
    }
    waiting.add(question);
  }

  private DnsQuestion question(int length) {
    return new DnsQuestion(
        conversation.frameId(),
        conversation.timestamp(),
        message.id(),
        message.name(),
        message.type(),
        message.recordClass(),
        length);
  }

  private void answer() {
    int found = waiting.find(message);
    if (found >= 0) {
      DnsQuestion question = waiting.remove(found);
      emit(question, conversation.timestamp() - question.timestamp());
    } else {
      emit(question(0), 0);
    }
  }

  private void emit(DnsQuestion question, long nanos) {
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
            Optional.of(message.responseCode()),
            message.answers(),
            true,
            Math.max(nanos, 0),
            message.isAuthoritative(),
            message.isTruncated(),
            question.length(),
            message.length()));
  }

  private void giveUp(DnsQuestion question) {
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
