package io.aegispcap.analysis.detection.credential;

import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.radius.RadiusExchange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Whom RADIUS let in and whom it turned away, of one station or access server.
final class RadiusCaller {
  private static final int MOST_NAMES = 1_024;

  private final Map<String, Integer> rejected = new HashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final Proof proof = new Proof();
  private final Span span = new Span();
  private String server = "";
  private String judge = "";
  private String station = "";
  private boolean severalStations;
  private boolean gotIn;

  /// @param enough so many users turned away are kept whatever the pause
  void answered(FlowKey key, RadiusExchange radius, int enough) {
    if (turnedAway() < enough && span.endedBefore(radius.timestamp(), Span.HOUR)) {
      forget();
    }
    String user = radius.user().toLowerCase(Locale.ROOT);
    if (radius.accepted()) {
      gotIn |= turnedAway() >= enough;
      rejected.remove(user);
      if (accepted.size() < MOST_NAMES) {
        accepted.add(user);
      }
    } else if (!accepted.contains(user)
        && (rejected.size() < MOST_NAMES || rejected.containsKey(user))) {
      rejected.merge(user, 1, Integer::sum);
      proof.add(key, radius.frameId());
    }
    if (server.isEmpty()) {
      station = radius.callingStation();
    }
    severalStations |= !station.equals(radius.callingStation()) || station.isEmpty();
    server = key.source().toString();
    judge = key.destination().toString();
    span.add(radius.timestamp());
  }

  private void forget() {
    rejected.clear();
    accepted.clear();
    proof.clear();
    span.clear();
    server = "";
    severalStations = false;
    gotIn = false;
  }

  /// Users who were rejected and never let in.
  int turnedAway() {
    return rejected.size();
  }

  /// How often those were rejected.
  int rejections() {
    return rejected.values().stream().mapToInt(Integer::intValue).sum();
  }

  int letIn() {
    return accepted.size();
  }

  /// Whether somebody was let in after enough had been turned away.
  boolean gotIn() {
    return gotIn;
  }

  /// Whether all had the same calling station, which is judged by itself.
  boolean oneStation() {
    return !severalStations;
  }

  /// The access server that asked last.
  String server() {
    return server;
  }

  /// The RADIUS server that answered last.
  String judge() {
    return judge;
  }

  /// The station that was seen first, as it was written; empty when none was.
  String station() {
    return station;
  }

  Span span() {
    return span;
  }

  Proof proof() {
    return proof;
  }
}
