package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.feature.FeatureSchema;
import java.util.List;

/// How a result was come by: enough to repeat it.
///
/// @param software version of AegisPCAP as SemVer 2.0
/// @param detectors all that watched, whether they found something or not
/// @param features the schema whose numbers were computed
public record Methods(
    String software,
    AnalysisOptions options,
    List<DetectorInfo> detectors,
    FeatureSchema features) {
  public Methods {
    detectors = List.copyOf(detectors);
  }
}
