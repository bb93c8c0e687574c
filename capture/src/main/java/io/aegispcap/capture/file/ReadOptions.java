package io.aegispcap.capture.file;

/// How captures are read.
///
/// @param lenient whether to read on behind corrupt bytes where the format allows it; what is
///   skipped is counted in a notice
/// @param mapped whether plain files are mapped into memory, or else read through buffers
/// @param windowBytes bytes of a file mapped at a time, 4,096 or more
/// @param bufferBytes bytes of a stream held at a time, 4,096 or more; a longer record gets its own
/// @param maxExpansion how many times larger than its compressed bytes a capture may get; beyond
///   that, and beyond [#expansionFloor], it is refused unless lenient
/// @param expansionFloor decompressed bytes from which `maxExpansion` counts
public record ReadOptions(
    boolean lenient,
    boolean mapped,
    long windowBytes,
    int bufferBytes,
    int maxExpansion,
    long expansionFloor) {
  public static final ReadOptions DEFAULT =
      new ReadOptions(false, true, 64L << 20, 4 << 20, 1000, 1L << 30);

  public ReadOptions {
    if (windowBytes < 4096 || bufferBytes < 4096) {
      throw new IllegalArgumentException("windows and buffers hold at least 4096 bytes");
    }
  }

  /// The same, reading on behind corrupt bytes.
  public ReadOptions asLenient() {
    return new ReadOptions(true, mapped, windowBytes, bufferBytes, maxExpansion, expansionFloor);
  }

  /// The same, with plain files read through buffers instead of mapped.
  public ReadOptions unmapped() {
    return new ReadOptions(lenient, false, windowBytes, bufferBytes, maxExpansion, expansionFloor);
  }

  /// The same, with other limits to decompression.
  public ReadOptions withExpansion(int maxExpansion, long expansionFloor) {
    return new ReadOptions(lenient, mapped, windowBytes, bufferBytes, maxExpansion, expansionFloor);
  }

  /// The same, with other sizes of windows and buffers.
  public ReadOptions withMemory(long windowBytes, int bufferBytes) {
    return new ReadOptions(lenient, mapped, windowBytes, bufferBytes, maxExpansion, expansionFloor);
  }
}
