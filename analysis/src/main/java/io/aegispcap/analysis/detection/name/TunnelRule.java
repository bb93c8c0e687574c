package io.aegispcap.analysis.detection.name;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import java.util.Optional;

/// The ways in which a domain shows itself as a tunnel; the first that holds counts.
enum TunnelRule {
  /// What programs against viruses and spam ask of every file or sender: one digest in a name, and
  /// no answer but yes, at least once, or no. A tunnel that hides so well is not told from it.
  DIGEST_LOOKUPS(Severity.LOW, 0.3, "digests, as services of reputation are asked") {
    @Override
    boolean holds(TunnelSigns signs) {
      return DIGESTS.holds(signs) && signs.listed;
    }
  },
  /// The same, and nothing says yes: a list that knows none of them, or data in even pieces.
  DIGESTS(Severity.MEDIUM, 0.5, "digests, or data in pieces as long as these") {
    @Override
    boolean holds(TunnelSigns signs) {
      return signs.names() >= MANY_LONG && signs.digestShare() >= FRESH && !signs.told;
    }
  },
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
  /// Few short messages, each by a new random name of a type whose answers hold free data.
  SMALL_MESSAGES(
      Severity.MEDIUM, 0.5, "few and random, by record types whose answers hold free data") {
    @Override
    boolean holds(TunnelSigns signs) {
      return signs.names() >= FEWEST
          && signs.novelty() >= FRESH
          && signs.payloadShare() >= FRESH
          && signs.meanLongestLabel() >= SMALL_LABEL
          && signs.meanRandomness() >= TunnelSigns.RANDOM;
    }
  },
  /// Answers that are no addresses, as short messages and acknowledgements are: nobody calls there.
  UNUSED_ANSWERS(
      Severity.MEDIUM, 0.55, "random ones, mostly asked once, whose addresses nobody called") {
    @Override
    boolean holds(TunnelSigns signs) {
      return signs.names() >= MANY_UNUSED
          && signs.novelty() >= NEARLY_ONCE
          && signs.meanRandomness() >= TunnelSigns.RANDOM
          && signs.meanLongestLabel() >= RANDOM_LABEL
          && signs.oneAddress >= MANY_UNUSED;
    }

    @Override
    boolean needsUnusedAnswers() {
      return true;
    }
  },
  /// One who calls home and gets no answer, or none to act on: a random name in rounds.
  CALLING_IN_VAIN(Severity.LOW, 0.35, "a random one, again and again, without using the answer") {
    @Override
    boolean holds(TunnelSigns signs) {
      return signs.rounds >= ROUNDS
          && signs.names() <= FEW_NAMES
          && signs.meanLongestLabel() >= RANDOM_LABEL
          && signs.meanRandomness() >= TunnelSigns.RANDOM;
    }

    @Override
    boolean needsUnusedAnswers() {
      return true;
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
  static final int SMALL_LABEL = 12;
  static final int MANY_UNUSED = 8;

  /// Of shorter labels randomness says little.
  static final int RANDOM_LABEL = 8;

  static final double NEARLY_ONCE = 0.7;
  static final int ROUNDS = 4;
  static final int FEW_NAMES = 2;

  private final Severity severity;
  private final double confidence;
  private final String words;

  TunnelRule(Severity severity, double confidence, String words) {
    this.severity = severity;
    this.confidence = confidence;
    this.words = words;
  }

  abstract boolean holds(TunnelSigns signs);

  /// Whether it speaks only of domains whose addresses nobody called, asked by clients that call
  /// others: a capture of DNS alone shows no calls.
  boolean needsUnusedAnswers() {
    return false;
  }

  /// @param called addresses that were called, as [io.aegispcap.analysis.detection.Addresses#mixed]
  static Optional<TunnelRule> of(TunnelSigns signs, DistinctSet called) {
    for (TunnelRule rule : values()) {
      boolean may = !rule.needsUnusedAnswers() || signs.calls && !signs.used(called);
      if (may && rule.holds(signs)) {
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
    return "names asked by one client below one registered domain: at least 30, nearly all with one"
        + " hexadecimal digest of 32, 40 or 64 digits that is no text, and no data in the answers"
        + " (low when one is an address of the own host, by which lists say yes, else medium); or at"
        + " least 30 with a mean longest label of 25 characters (high); or at least 5, and half of all, of 30 characters with"
        + " randomness 2; or 3 questions of type NULL or private use; or at least 20, half of type"
        + " TXT or the like; or at least 5, nearly all of such types and asked once, with mean longest"
        + " label 12 and randomness 2; or at least 8 of 8 characters with randomness 2, mostly asked"
        + " once, answered by one address each that nobody called; or one or two such asked in 4"
        + " rounds a minute apart whose addresses nobody called (low); or at least 100"
        + " with mean randomness 1 of which 90 % were asked once";
  }
}
