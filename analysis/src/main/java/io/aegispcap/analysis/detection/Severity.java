package io.aegispcap.analysis.detection;

/// How bad it is if true, from harmless to urgent.
public enum Severity {
  INFO,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /// Lower case, as written in outputs and options.
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
