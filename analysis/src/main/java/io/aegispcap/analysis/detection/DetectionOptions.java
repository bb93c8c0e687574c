package io.aegispcap.analysis.detection;

/// What a user may decide about detection.
///
/// @param home which addresses are inside
public record DetectionOptions(HomeNetworks home) {

  public static DetectionOptions usual() {
    return new DetectionOptions(HomeNetworks.usual());
  }
}
