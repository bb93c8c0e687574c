package io.aegispcap.analysis.detection;

/// What a detector is: shown with each alert, so that a reader can judge it.
///
/// @param id stable, lower case with dashes, such as `port-scan`
/// @param name for people
/// @param version semantic version; changes with formula or thresholds
/// @param formula what is computed and compared, in one or two sentences with the thresholds
/// @param source where the formula comes from: paper, RFC or tool
/// @param technique ATT&CK
/// @param benign what harmless thing may look the same
/// @param next what an analyst should do next
public record DetectorInfo(
    String id,
    String name,
    String version,
    String formula,
    String source,
    Technique technique,
    String benign,
    String next) {

  /// SHA-256 over id, version and formula, 64 lower-case hexadecimal digits: two reports with the
  /// same digest used the same detector.
  public String digest() {
    return Sha256.hex(id, version, formula);
  }
}
