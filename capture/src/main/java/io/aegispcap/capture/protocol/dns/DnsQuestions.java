package io.aegispcap.capture.protocol.dns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Questions in the order they were asked. Their ids stand side by side, so that looking for one
/// among many that were never answered touches little memory.
final class DnsQuestions {
  private final List<DnsQuestion> questions = new ArrayList<>(1);
  private short[] ids = new short[2];

  int size() {
    return questions.size();
  }

  boolean isEmpty() {
    return questions.isEmpty();
  }

  void add(DnsQuestion question) {
    int size = questions.size();
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size] = (short) question.id();
    questions.add(question);
  }

  DnsQuestion remove(int index) {
    System.arraycopy(ids, index + 1, ids, index, questions.size() - index - 1);
    return questions.remove(index);
  }

  /// Index of the oldest question that the message answers; -1 when there is none. A response need
  /// not repeat its question.
  int find(DnsMessage response) {
    short id = (short) response.id();
    for (int i = 0; i < questions.size(); i++) {
      if (ids[i] == id
          && (!response.hasQuestion() || questions.get(i).name().equals(response.name()))) {
        return i;
      }
    }
    return -1;
  }
}
