package io.aegispcap.cage;

/// What the kernel lets the process use.
///
/// @param cpuSeconds of processor time in all
/// @param dataBytes of memory that is written to, heap and threads included
/// @param openFiles descriptors at once
/// @param locks how much of this is enforced
record Limits(long cpuSeconds, long dataBytes, long openFiles, Locks locks) {
  /// @param args the three numbers, and the name of the locks
  static Limits of(String[] args) {
    return new Limits(
        Long.parseLong(args[0]),
        Long.parseLong(args[1]),
        Long.parseLong(args[2]),
        Locks.of(args[3]));
  }
}
