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
  private final PcapHeader header;
  private final boolean swapped;
  private final long fraction;
  private final int recordHeader;
  private final int padding;
  private final int maxFrame;
  private final Interface source;
  private final FrameContext context;
  private long number;
  private long lastSeconds;

  PcapReader(ByteSource bytes, Findings findings, int capture) throws IOException {
    this.bytes = bytes;
    this.findings = findings;
    this.capture = capture;
    PcapHeader stated = PcapHeader.read(bytes, findings);
    bytes.advance(stated.length());
    this.header = PcapRecords.shape(bytes, stated);
    this.swapped = header.swapped();
    this.fraction = header.nanoseconds() ? 1 : 1000;
    this.recordHeader = header.recordHeader();
    this.padding = header.padding();
    long expected = Math.max(header.snapLength(), USUAL_SNAP_LENGTH);
    this.maxFrame = (int) Math.min(2 * expected, MAX_FRAME);
    int resolution = header.nanoseconds() ? 9 : TimeResolution.MICROSECONDS;
    this.source =
        new Interface(
            0,
            new FrameContext.Source(0, "", "", resolution),
            header.linkType(),
            header.snapLength(),
            new TimeResolution(resolution, 0));
    this.context = new FrameContext(source.source(), List.of());
  }

  @Override
  public boolean next(Packet packet) throws IOException {
    if (!bytes.has(recordHeader)) {
      return end();
    }
    int capturedAt = header.lengths().capturedAt(bytes, swapped, 0);
    int captured = int32(capturedAt);
    if (captured < padding || captured > maxFrame) {
      return corrupt(captured) && next(packet);
    }
    if (!bytes.has((long) recordHeader + captured)) {
      return end();
    }
    lastSeconds = Integer.toUnsignedLong(int32(0));
    long timestamp =
        lastSeconds * NANOSECONDS_PER_SECOND + Integer.toUnsignedLong(int32(4)) * fraction;
    int original = int32(PcapLengths.originalAt(capturedAt));
    source.count(timestamp);
    bytes.advance(recordHeader);
    packet.frame(
        bytes.window(),
        bytes.position() + padding,
        captured - padding,
        original < padding ? Integer.MAX_VALUE : original - padding,
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

  private boolean end() {
    long left = bytes.left();
    if (left > 0) {
      findings.note(
          bytes.offset(),
          "the last record is cut short: %d bytes behind frame %d were not read"
              .formatted(left, number));
      bytes.leave();
    }
    return false;
  }

  /// An error; or, reading leniently, the way to the next records that make sense.
  ///
  /// @return whether there are any
  private boolean corrupt(int captured) throws IOException {
    long from = bytes.offset();
    findings.corrupt(
        from,
        "the record of frame %d states %d captured bytes; %d to %d can be"
            .formatted(number + 1, Integer.toUnsignedLong(captured), padding, maxFrame));
    PcapRecords records = new PcapRecords(bytes, header);
    do {
      if (!bytes.has(recordHeader)) {
        long end = bytes.offset() + bytes.left();
        findings.skipped(from, end - from);
        bytes.leave();
        return false;
      }
      bytes.advance(1);
    } while (!records.likely(lastSeconds));
    findings.skipped(from, bytes.offset() - from);
    return true;
  }

  @Override
  public String format() {
    return header.format();
  }

  @Override
  public FrameContext context() {
    return context;
  }

  @Override
  public List<Interface> interfaces() {
    return List.of(source);
  }

  @Override
  public List<DecryptionSecrets> secrets() {
    return List.of();
  }
}
