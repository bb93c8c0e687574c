package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.util.List;

/// Reads pcap: a file header, then records of a header and a frame. Source: draft-ietf-opsawg-pcap.
final class PcapReader implements RecordReader {
  private static final int USUAL_SNAP_LENGTH = 262_144;
  private static final int MAX_FRAME = 256 << 20;
  private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;

  private final ByteSource bytes;
  private final Findings findings;
  private final int capture;
  private final boolean swapped;
  private final long fraction;
  private final int recordHeader;
  private final String format;
  private final int maxFrame;
  private final Interface source;
  private long number;

  PcapReader(ByteSource bytes, Findings findings, int capture) throws IOException {
    if (!bytes.has(PcapHeader.LENGTH)) {
      throw findings.malformed(
          0, "the pcap file header of " + PcapHeader.LENGTH + " bytes is cut short");
    }
    PcapHeader header = PcapHeader.of(bytes.int32(0));
    this.bytes = bytes;
    this.findings = findings;
    this.capture = capture;
    this.swapped = header.swapped();
    this.fraction = header.nanoseconds() ? 1 : 1000;
    this.recordHeader = header.recordHeader();
    this.format = header.variant() + (swapped ? ", big endian" : "");
    long snapLength = Integer.toUnsignedLong(int32(16));
    this.maxFrame = (int) Math.min(2 * Math.max(snapLength, USUAL_SNAP_LENGTH), MAX_FRAME);
    this.source = new Interface(0, "", int32(20) & 0xffff, snapLength);
    bytes.advance(PcapHeader.LENGTH);
  }

  @Override
  public boolean next(Packet packet) throws IOException {
    if (!bytes.has(recordHeader)) {
      return end();
    }
    int captured = int32(8);
    if (Integer.compareUnsigned(captured, maxFrame) > 0) {
      throw findings.malformed(bytes.offset(), absurd(captured));
    }
    if (!bytes.has((long) recordHeader + captured)) {
      return end();
    }
    long timestamp = timestamp(int32(0), int32(4));
    int original = length(int32(12));
    source.count(timestamp);
    bytes.advance(recordHeader);
    packet.frame(
        bytes.window(),
        bytes.position(),
        captured,
        original,
        timestamp,
        source.linkType(),
        capture,
        ++number);
    bytes.advance(captured);
    return true;
  }

  private int int32(long ahead) {
    int value = bytes.int32(ahead);
    return swapped ? Integer.reverseBytes(value) : value;
  }

  private long timestamp(int seconds, int fractions) {
    return Integer.toUnsignedLong(seconds) * NANOSECONDS_PER_SECOND
        + Integer.toUnsignedLong(fractions) * fraction;
  }

  private static int length(int stated) {
    return stated < 0 ? Integer.MAX_VALUE : stated;
  }

  private boolean end() {
    if (bytes.left() > 0) {
      findings.note(
          bytes.offset(),
          "the last record is cut short: "
              + bytes.left()
              + " bytes behind frame "
              + number
              + " were not read");
      bytes.leave(bytes.offset() + bytes.left());
    }
    return false;
  }

  private String absurd(int captured) {
    return "the record of frame "
        + (number + 1)
        + " states "
        + Integer.toUnsignedLong(captured)
        + " captured bytes, more than the "
        + maxFrame
        + " that can be: the file is damaged here";
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public List<Interface> interfaces() {
    return List.of(source);
  }
}
