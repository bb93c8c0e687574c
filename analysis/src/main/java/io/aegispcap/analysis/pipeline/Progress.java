package io.aegispcap.analysis.pipeline;

/// Hears now and then how far a run is; called from the run's threads, one at a time.
@FunctionalInterface
public interface Progress {
  Progress NONE = (packets, bytes) -> {};

  /// @param packets read so far
  /// @param bytes read so far of all captures as they lie on disk
  void advanced(long packets, long bytes);
}
