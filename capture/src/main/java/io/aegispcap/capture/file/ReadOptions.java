package io.aegispcap.capture.file;

/// How captures are read.
///
/// @param lenient whether to read on behind corrupt bytes where the format allows it; what is
///   skipped is counted in a notice
/// @param bufferBytes bytes held at a time, 4,096 or more; a longer record gets its own
/// @param maxExpansion how many times larger than its compressed bytes a capture may get; beyond
///   that, and beyond [#expansionFloor], it is refused unless lenient
/// @param expansionFloor decompressed bytes from which `maxExpansion` counts
public record ReadOptions(boolean lenient, int bufferBytes, int maxExpansion, long expansionFloor) {
  public static final ReadOptions DEFAULT = new ReadOptions(false, 1 << 20, 1000, 1L << 30);

  public ReadOptions {
    if (bufferBytes < 4096) {
      throw new IllegalArgumentException("buffers hold at least 4096 bytes, not " + bufferBytes);
    }
  }

  /// The same, reading on behind corrupt bytes.
  public ReadOptions asLenient() {
    return new ReadOptions(true, bufferBytes, maxExpansion, expansionFloor);
  }

  /// The same, with other limits to decompression.
  public ReadOptions withExpansion(int maxExpansion, long expansionFloor) {
    return new ReadOptions(lenient, bufferBytes, maxExpansion, expansionFloor);
  }

  /// The same, with buffers of another size.
  public ReadOptions withBuffers(int bytes) {
    return new ReadOptions(lenient, bytes, maxExpansion, expansionFloor);
  }
}
