package io.aegispcap.cage;

/// What the kernel lets the process use.
///
/// @param cpuSeconds of processor time in all
/// @param dataBytes of memory that is written to, heap and threads included
/// @param openFiles descriptors at once
record Limits(long cpuSeconds, long dataBytes, long openFiles) {
  /// @param args the three numbers
  static Limits of(String[] args) {
    return new Limits(Long.parseLong(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2]));
  }
}
