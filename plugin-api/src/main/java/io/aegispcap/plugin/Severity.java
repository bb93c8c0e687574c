package io.aegispcap.plugin;

/// How bad it is if true, from harmless to urgent.
public enum Severity {
  INFO,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
