package io.aegispcap.capture.file;

import java.io.IOException;

/// Judges whether bytes look like pcap records. The format has no marks to find records by, so that
/// several in a row must make sense.
final class PcapRecords {
  private static final int ENOUGH = 4;
  private static final int MAX_USUAL = 262_144;
  private static final long SECONDS_APART = 366L * 24 * 3600;

  /// Record headers that files of the usual magic numbers have been seen with: as specified, with
  /// the four more bytes of Nokia, with the eight of modified libpcaps, and with twelve.
  private static final int[] RECORD_HEADERS = {16, 24, 20, 28};

  private final ByteSource bytes;
  private final PcapHeader header;
  private long end;

  PcapRecords(ByteSource bytes, PcapHeader header) {
    this.bytes = bytes;
    this.header = header;
  }

  /// The shape that the first records have: another than the magic number's where that one makes no
  /// sense and several records of the other do.
  ///
  /// @param bytes at the first record
  static PcapHeader shape(ByteSource bytes, PcapHeader header) throws IOException {
    if (header.nanoseconds() || new PcapRecords(bytes, header).likely(0)) {
      return header;
    }
    for (int recordHeader : RECORD_HEADERS) {
      PcapHeader other = header.withRecordHeader(recordHeader);
      if (new PcapRecords(bytes, other).sensible(0) == ENOUGH) {
        return other;
      }
    }
    return header;
  }

  /// Whether records lie at the position: several, or one at least and then the end.
  ///
  /// @param nearSeconds time that the first is not far from; 0 when none is known
  boolean likely(long nearSeconds) throws IOException {
    int sensible = sensible(nearSeconds);
    return sensible == ENOUGH || (sensible > 0 && bytes.left() == end);
  }

  /// How many records in a row are whole and make sense, up to [#ENOUGH]; -1 when a whole header
  /// makes none. Leaves in `end` where they end.
  private int sensible(long nearSeconds) throws IOException {
    long near = nearSeconds;
    end = 0;
    for (int i = 0; i < ENOUGH; i++) {
      if (!bytes.has(end + header.recordHeader())) {
        return i;
      }
      long captured = captured(end, near);
      if (captured < 0) {
        return -1;
      }
      near = number(end);
      long next = end + header.recordHeader() + captured;
      if (!bytes.has(next)) {
        return i;
      }
      end = next;
    }
    return ENOUGH;
  }

  /// The captured length of a record that makes sense; -1 for one that does not.
  private long captured(long at, long near) {
    int capturedAt = header.lengths().capturedAt(bytes, header.swapped(), at);
    long captured = number(at + capturedAt);
    long original = number(at + PcapLengths.originalAt(capturedAt));
    boolean sensible =
        captured <= MAX_USUAL
            && captured <= original
            && captured >= header.padding()
            && original > 0
            && original <= MAX_USUAL
            && number(at + 4) < (header.nanoseconds() ? 1_000_000_000L : 1_000_000L)
            && (near == 0 || Math.abs(number(at) - near) <= SECONDS_APART);
    return sensible ? captured : -1;
  }

  private long number(long at) {
    int value = bytes.int32(at);
    return Integer.toUnsignedLong(header.swapped() ? Integer.reverseBytes(value) : value);
  }
}
