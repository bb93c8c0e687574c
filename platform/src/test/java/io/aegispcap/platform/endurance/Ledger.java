package io.aegispcap.platform.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// What the platform acknowledged, as people remember it.
final class Ledger {

  /// The number of each capture's content, by its id.
  final Map<String, Long> captures = new ConcurrentHashMap<>();

  /// Captures that were shown as analysed.
  final Set<String> analysed = ConcurrentHashMap.newKeySet();

  /// Analyses that were asked for, with their captures.
  final Map<String, String> analyses = new ConcurrentHashMap<>();

  /// Texts of comments, with their alerts.
  final Map<String, Long> comments = new ConcurrentHashMap<>();

  /// Comments that were sent and not answered, with their keys: sent again, each counts once.
  final Map<String, Long> unanswered = new ConcurrentHashMap<>();

  /// In which states an alert may be: one, or two while nobody answered.
  final Map<Long, Set<String>> states = new ConcurrentHashMap<>();

  /// How often the platform answered as it should.
  final AtomicLong answers = new AtomicLong();

  /// What should not have been.
  private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();

  void violated(String how) {
    violations.add(how);
  }

  List<String> violations() {
    return new ArrayList<>(violations);
  }

  int size() {
    return captures.size() + analysed.size() + analyses.size() + comments.size() + states.size();
  }
}
