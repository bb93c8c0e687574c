package io.aegispcap.platform.captures.run;

import io.aegispcap.analysis.tuning.Suppressed;
import io.aegispcap.analysis.tuning.Tuned;
import io.aegispcap.platform.network.KnownCalibration;
import io.aegispcap.platform.network.KnownNetwork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was known of the network when an analysis began, and what came of it.
///
/// @param homeNetworks that were inside when nobody decided otherwise; none for private and
///   link-local ones
/// @param allowances that were applied
/// @param calibrated when the calibration was brought that was applied
/// @param notes what should be known of it: entries that expired, detectors that moved; at most
///   [#MOST_NOTES]
/// @param allowed how many alerts the allow-list left out
/// @param usual how many the calibration left out
public record AppliedNetwork(
    List<String> homeNetworks,
    long allowances,
    long devices,
    Optional<Instant> calibrated,
    List<String> notes,
    long allowed,
    long usual) {
  private static final int MOST_NOTES = 50;

  public AppliedNetwork {
    homeNetworks = List.copyOf(homeNetworks);
    notes = List.copyOf(notes);
  }

  /// Empty when nothing was known.
  static Optional<AppliedNetwork> of(KnownNetwork known, Tuned tuned) {
    return known.nothing()
        ? Optional.empty()
        : Optional.of(
            new AppliedNetwork(
                known.home(),
                known.allowances(),
                known.devices(),
                known.calibration().map(KnownCalibration::added),
                tuned.notes().stream().limit(MOST_NOTES).toList(),
                tuned.suppressed(Suppressed.By.ALLOW_LIST),
                tuned.suppressed(Suppressed.By.CALIBRATION)));
  }

  public long leftOut() {
    return allowed + usual;
  }
}
