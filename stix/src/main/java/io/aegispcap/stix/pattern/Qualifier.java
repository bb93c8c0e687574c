package io.aegispcap.stix.pattern;

import io.aegispcap.stix.object.StixTimestamp;
import java.math.BigDecimal;

/// What is asked of the times or number of observations.
public sealed interface Qualifier {

  /// All of them within some seconds.
  record Within(BigDecimal seconds) implements Qualifier {
    public Within {
      if (seconds.signum() <= 0) {
        throw new IllegalArgumentException("WITHIN " + seconds + " SECONDS: must be positive");
      }
      seconds = seconds.stripTrailingZeros();
    }
  }

  record Repeats(long times) implements Qualifier {
    public Repeats {
      if (times < 1) {
        throw new IllegalArgumentException("REPEATS " + times + " TIMES: must be positive");
      }
    }
  }

  /// From `start`, before `stop`.
  record StartStop(StixTimestamp start, StixTimestamp stop) implements Qualifier {}
}
