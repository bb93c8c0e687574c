package io.aegispcap.analysis.detection.name;

import io.aegispcap.analysis.detection.Severity;
import java.util.Optional;

/// The ways in which a domain shows itself as a tunnel; the first that holds counts.
enum TunnelRule {
  /// Bulk transfer: the rule that found no benign capture when it was measured.
  LONG_NAMES(Severity.HIGH, 0.9, "long labels, as data makes them") {
    @Override
    boolean holds(TunnelSigns signs) {
      return signs.names() >= MANY_LONG && signs.meanLongestLabel() >= TunnelSigns.LONG_LABEL;
    }
  },
  /// Few queries, but most of them long and random.
  DATA_NAMES(Severity.MEDIUM, 0.75, "most of them long and random") {
    @Override
    boolean holds(TunnelSigns signs) {
      return signs.dataNames >= FEWEST && signs.dataShare() >= MOST;
    }
  },
  /// Types that tunnels try first and others do not ask for.
  RARE_TYPES(Severity.MEDIUM, 0.75, "by record types that only tunnels ask for") {
    @Override
    boolean holds(TunnelSigns signs) {
      return signs.rareTypes >= RARE;
    }
  },
  /// Downloads: short names, free data in the answers.
  DATA_TYPES(Severity.MEDIUM, 0.6, "by record types whose answers hold free data") {
    @Override
    boolean holds(TunnelSigns signs) {
      return signs.names() >= MANY_TYPED && signs.payloadShare() >= MOST;
    }
  },
  /// Short random names, each asked once: addresses as answers carry the data.
  FRESH_NAMES(Severity.MEDIUM, 0.55, "random ones, next to each asked once") {
    @Override
    boolean holds(TunnelSigns signs) {
      return signs.names() >= MANY_FRESH
          && signs.novelty() >= FRESH
          && signs.meanRandomness() >= FRESH_RANDOMNESS;
    }
  };

  static final int MANY_LONG = 30;
  static final int FEWEST = 5;
  static final double MOST = 0.5;
  static final int RARE = 3;
  static final int MANY_TYPED = 20;
  static final int MANY_FRESH = 100;
  static final double FRESH = 0.9;
  static final double FRESH_RANDOMNESS = 1;

  private final Severity severity;
  private final double confidence;
  private final String words;

  TunnelRule(Severity severity, double confidence, String words) {
    this.severity = severity;
    this.confidence = confidence;
    this.words = words;
  }

  abstract boolean holds(TunnelSigns signs);

  static Optional<TunnelRule> of(TunnelSigns signs) {
    for (TunnelRule rule : values()) {
      if (rule.holds(signs)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  Severity severity() {
    return severity;
  }

  /// Grows with the number of names, to at most 0.95.
  double confidence(TunnelSigns signs) {
    return Math.min(0.95, confidence + 0.02 * Math.log1p(signs.names() / (double) MANY_LONG));
  }

  String words() {
    return words;
  }

  static String formula() {
    return "names asked by one client below one registered domain: at least 30 with a mean longest"
        + " label of 25 characters (high); or at least 5, and half of all, of 30 characters with"
        + " randomness 2; or 3 questions of type NULL or private use; or at least 20, half of type"
        + " TXT or the like; or at least 100 with mean randomness 1 of which 90 % were asked once";
  }
}
