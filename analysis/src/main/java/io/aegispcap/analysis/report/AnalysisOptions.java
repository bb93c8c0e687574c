package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.analysis.tuning.Tuning;
import io.aegispcap.capture.file.ReadOptions;
import java.util.List;

/// All that a user may decide about an analysis; recorded in what comes out.
///
/// @param home blocks in CIDR notation that are inside; none for the private and link-local ones
/// @param tuning what is known of the network
public record AnalysisOptions(
    ReadOptions read, EngineOptions engine, List<String> home, Tuning tuning) {
  public AnalysisOptions {
    home = List.copyOf(home);
  }

  /// When nothing is known of the network.
  public AnalysisOptions(ReadOptions read, EngineOptions engine, List<String> home) {
    this(read, engine, home, Tuning.none());
  }

  public static AnalysisOptions defaults() {
    return new AnalysisOptions(ReadOptions.DEFAULT, EngineOptions.defaults(), List.of());
  }

  public AnalysisOptions withTuning(Tuning other) {
    return new AnalysisOptions(read, engine, home, other);
  }

  /// @throws IllegalArgumentException when a block is not in CIDR notation
  public HomeNetworks homeNetworks() {
    return home.isEmpty() ? HomeNetworks.usual() : HomeNetworks.of(home);
  }

  DetectionOptions detection() {
    return new DetectionOptions(homeNetworks());
  }
}
