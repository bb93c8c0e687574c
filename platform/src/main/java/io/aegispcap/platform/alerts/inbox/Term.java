package io.aegispcap.platform.alerts.inbox;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One condition of a filter.
public sealed interface Term {

  /// `is:open,escalated`, `is:active`, `is:any`.
  record Is(Set<State> states) implements Term {
    public Is {
      states = Set.copyOf(states);
    }
  }

  /// `is:gone`: the latest analysis of its capture does not find it any more.
  record Gone() implements Term {}

  /// `severity:high`, `severity:>=medium`.
  record Severe(Set<Severity> severities) implements Term {
    public Severe {
      severities = Set.copyOf(severities);
    }
  }

  /// `assignee:ada`, `assignee:me`; empty for `assignee:none`.
  record Assigned(Optional<PersonId> person) implements Term {}

  /// `host:10.0.0.5`: an address or name that takes part.
  record Host(String name) implements Term {}

  /// `detector:dns-tunnel`.
  record Detector(String id) implements Term {}

  /// `technique:T1071`, with those below it.
  record Technique(String id) implements Term {}

  /// `capture:` and its id, or a part of its name.
  record InCapture(String idOrName) implements Term {}

  /// `reason:benign`.
  record Because(Reason reason) implements Term {}

  /// `since:2026-11-22`: what it is about went on then, or later.
  record Since(Instant from) implements Term {}

  /// `before:2026-11-23`: what it is about began earlier.
  record Before(Instant until) implements Term {}

  /// Anything else: a word, or its beginning, in what the alert says.
  record Word(String text) implements Term {}

  /// `-host:10.0.0.5`.
  record Not(Term term) implements Term {}
}
