package io.aegispcap.capture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Decompresses gzip of any number of members. Source: RFC 1952.
final class GzipChannel implements ReadableByteChannel {
  private static final int MAGIC = 0x8b1f;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private static final int BUFFER = 64 << 10;
  private static final String ADVICE = "get a sound copy, or decompress what can be saved";

  private final CompressedInput compressed;
  private final Findings findings;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final ByteBuffer input;
  private long output;
  private boolean inMember;
  private boolean ended;

  GzipChannel(ReadableByteChannel compressed, Findings findings) {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    this.compressed = new CompressedInput("gzip", compressed, buffer, findings);
    this.input = this.compressed.bytes();
    this.findings = findings;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int from = target.position();
    while (!ended && target.hasRemaining() && target.position() == from) {
      try {
        step(target);
      } catch (DataFormatException e) {
        damaged("the compressed data is damaged (" + e.getMessage() + ")");
      }
    }
    return ended && target.position() == from ? -1 : target.position() - from;
  }

  private void step(ByteBuffer target) throws IOException, DataFormatException {
    if (!inMember) {
      openMember();
    } else if (inflater.finished()) {
      closeMember();
    } else if (inflater.needsDictionary()) {
      damaged("the compressed data asks for a dictionary");
    } else if (inflater.needsInput() && !compressed.more()) {
      cut();
    } else {
      inflate(target);
    }
  }

  private void inflate(ByteBuffer target) throws DataFormatException {
    int from = target.position();
    int count = inflater.inflate(target);
    checksum.update(target.slice(from, count));
    output += count;
  }

  private void openMember() throws IOException {
    if (!require(1)) {
      ended = true;
    } else if (!require(10)) {
      cut();
    } else if (Short.toUnsignedInt(input.getShort(input.position())) != MAGIC) {
      ended = true;
      findings.note(output, "bytes behind the gzip data were ignored");
    } else {
      openMember(input.get(input.position() + 2), input.get(input.position() + 3));
    }
  }

  private void openMember(int method, int flags) throws IOException {
    input.position(input.position() + 10);
    if (method != DEFLATE) {
      damaged("compression method " + method + " is unknown");
    } else if (!passOptional(flags)) {
      cut();
    } else {
      inflater.reset();
      inflater.setInput(input);
      checksum.reset();
      inMember = true;
    }
  }

  private boolean passOptional(int flags) throws IOException {
    return ((flags & EXTRA) == 0 || passExtra())
        && ((flags & NAME) == 0 || passText())
        && ((flags & COMMENT) == 0 || passText())
        && ((flags & HEADER_CRC) == 0 || pass(2));
  }

  private boolean passExtra() throws IOException {
    return require(2) && pass(Short.toUnsignedInt(input.getShort()));
  }

  private boolean passText() throws IOException {
    while (require(1)) {
      if (input.get() == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean pass(int count) throws IOException {
    for (int left = count; left > 0; left--) {
      if (!require(1)) {
        return false;
      }
      input.get();
    }
    return true;
  }

  private void closeMember() throws IOException {
    inMember = false;
    if (!require(8)) {
      cut();
      return;
    }
    int expected = input.getInt();
    input.getInt();
    if (expected != (int) checksum.getValue()) {
      damaged("the checksum of the compressed data is wrong");
    }
  }

  private boolean require(int count) throws IOException {
    boolean there = true;
    while (there && input.remaining() < count) {
      there = compressed.more();
    }
    return there;
  }

  private void cut() {
    ended = true;
    compressed.cut(output);
  }

  private void damaged(String what) throws MalformedCaptureException {
    ended = true;
    compressed.damaged(output, what, ADVICE);
  }

  @Override
  public boolean isOpen() {
    return compressed.isOpen();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    compressed.close();
  }
}
