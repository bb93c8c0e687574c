package io.aegispcap.capture.file;

/// How captures are read.
///
/// @param lenient whether to read on behind corrupt bytes where the format allows it; what is
///     skipped is counted in a notice
/// @param windowBytes bytes of a file mapped at a time, 4,096 or more
/// @param bufferBytes bytes of a stream held at a time, 4,096 or more; a longer record gets its own
/// @param maxExpansion how many times larger than its compressed bytes a capture may get; beyond
///     that, and beyond [#expansionFloor], it is refused unless lenient
/// @param expansionFloor decompressed bytes from which `maxExpansion` counts
public record ReadOptions(
    boolean lenient, long windowBytes, int bufferBytes, int maxExpansion, long expansionFloor) {
  public static final ReadOptions DEFAULT =
      new ReadOptions(false, 64L << 20, 4 << 20, 1000, 1L << 30);

  public ReadOptions {
    if (windowBytes < 4096 || bufferBytes < 4096) {
      throw new IllegalArgumentException("windows and buffers hold at least 4096 bytes");
    }
  }

  /// The same, reading on behind corrupt bytes.
  public ReadOptions asLenient() {
    return new ReadOptions(true, windowBytes, bufferBytes, maxExpansion, expansionFloor);
  }

  /// The same, with other sizes of windows and buffers.
  public ReadOptions withMemory(long windowBytes, int bufferBytes) {
    return new ReadOptions(lenient, windowBytes, bufferBytes, maxExpansion, expansionFloor);
  }
}
