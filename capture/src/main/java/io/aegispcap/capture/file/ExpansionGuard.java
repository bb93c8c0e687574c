package io.aegispcap.capture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// Refuses compressed data that grows absurdly: since it is streamed it takes no memory, but it
/// would keep the reader busy for hours.
final class ExpansionGuard implements ReadableByteChannel {
  private final ReadableByteChannel expanded;
  private final CountedChannel compressed;
  private final Findings findings;
  private final ReadOptions options;
  private long output;
  private boolean tolerated;

  ExpansionGuard(
      ReadableByteChannel expanded,
      CountedChannel compressed,
      Findings findings,
      ReadOptions options) {
    this.expanded = expanded;
    this.compressed = compressed;
    this.findings = findings;
    this.options = options;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = expanded.read(target);
    output += Math.max(count, 0);
    if (!tolerated && absurd()) {
      tolerated = true;
      findings.tolerate(output, reason());
    }
    return count;
  }

  private boolean absurd() {
    return output > options.expansionFloor()
        && output / options.maxExpansion() > compressed.count();
  }

  private String reason() {
    return compressed.count()
        + " compressed bytes have grown to "
        + output
        + ", more than "
        + options.maxExpansion()
        + " times as many: this looks like a decompression bomb; read it leniently if it is none";
  }

  @Override
  public boolean isOpen() {
    return expanded.isOpen();
  }

  @Override
  public void close() throws IOException {
    expanded.close();
  }
}
