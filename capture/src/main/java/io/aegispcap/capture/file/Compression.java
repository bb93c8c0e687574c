package io.aegispcap.capture.file;

import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Optional;

/// What captures come compressed with, told by their first bytes and never by their name.
enum Compression {
  GZIP("gzip") {
    @Override
    boolean recognises(int magic) {
      return (magic & 0xffff) == 0x8b1f;
    }

    @Override
    ReadableByteChannel open(ReadableByteChannel compressed, Findings findings) {
      return new GzipChannel(compressed, findings);
    }
  },
  ZSTD("zstd") {
    // a frame, or one of the sixteen skippable frames (RFC 8878 3.1)
    @Override
    boolean recognises(int magic) {
      return magic == 0xfd2fb528 || (magic & 0xfffffff0) == 0x184d2a50;
    }

    @Override
    ReadableByteChannel open(ReadableByteChannel compressed, Findings findings) {
      return new ZstdChannel(compressed, findings);
    }
  };

  private final String label;

  Compression(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /// @param magic first four bytes, least significant first
  abstract boolean recognises(int magic);

  /// The decompressed bytes; closing them closes the compressed ones.
  abstract ReadableByteChannel open(ReadableByteChannel compressed, Findings findings);

  static Optional<Compression> of(Head head) {
    if (head.length() < 4) {
      return Optional.empty();
    }
    int magic = head.magic();
    return Arrays.stream(values()).filter(one -> one.recognises(magic)).findFirst();
  }
}
