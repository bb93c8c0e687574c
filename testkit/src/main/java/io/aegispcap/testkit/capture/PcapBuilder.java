package io.aegispcap.testkit.capture;

import java.nio.ByteOrder;

/// Builds a pcap file. Source: draft-ietf-opsawg-pcap.
public final class PcapBuilder {
  public static final int MICROSECONDS = 0xa1b2c3d4;
  public static final int NANOSECONDS = 0xa1b23c4d;

  /// Records of 24 bytes with interface index and protocol.
  public static final int MODIFIED = 0xa1b2cd34;

  public static final int IXIA_HARDWARE = 0x1c0001ac;
  public static final int IXIA_SOFTWARE = 0x1c0001ab;

  private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;

  private final ByteOrder order;
  private final int magic;
  private int minorVersion = 4;
  private int majorVersion = 2;
  private int snapLength = 262_144;
  private int linkType = 1;
  private boolean wireLengthFirst;
  private boolean aix;
  private final ByteWriter records;

  private PcapBuilder(ByteOrder order, int magic) {
    this.order = order;
    this.magic = magic;
    this.records = new ByteWriter(order);
  }

  /// Little endian, microseconds, Ethernet.
  public static PcapBuilder pcap() {
    return pcap(ByteOrder.LITTLE_ENDIAN, MICROSECONDS);
  }

  /// @param magic one of the constants here
  public static PcapBuilder pcap(ByteOrder order, int magic) {
    return new PcapBuilder(order, magic);
  }

  /// @param linkType with whatever flags in its upper bits
  public PcapBuilder linkType(int linkType) {
    this.linkType = linkType;
    return this;
  }

  public PcapBuilder snapLength(int snapLength) {
    this.snapLength = snapLength;
    return this;
  }

  public PcapBuilder version(int major, int minor) {
    this.majorVersion = major;
    this.minorVersion = minor;
    return this;
  }

  /// Records from here on state the length on the wire before the captured one.
  public PcapBuilder wireLengthFirst() {
    this.wireLengthFirst = true;
    return this;
  }

  /// Records from here on are those of AIX: version 2.2, nanoseconds under the usual magic number.
  ///
  /// @param interfaceType as RFC 1573 numbers it
  public PcapBuilder aix(int interfaceType) {
    this.aix = true;
    return version(2, 2).linkType(interfaceType).wireLengthFirst();
  }

  /// Adds a whole frame.
  ///
  /// @param timestamp nanoseconds since 1970, cut to the file's resolution
  public PcapBuilder frame(long timestamp, byte... frame) {
    return frame(timestamp, frame.length, frame);
  }

  /// Adds a frame that was longer on the wire.
  public PcapBuilder frame(long timestamp, int originalLength, byte[] frame) {
    return record(timestamp, frame.length, originalLength, frame);
  }

  /// Adds a record that may lie about its length.
  public PcapBuilder record(long timestamp, int captured, int original, byte[] frame) {
    long seconds = Math.floorDiv(timestamp, NANOSECONDS_PER_SECOND);
    long fraction = Math.floorMod(timestamp, NANOSECONDS_PER_SECOND);
    records.int32((int) seconds).int32((int) (nanoseconds() ? fraction : fraction / 1000));
    records.int32(wireLengthFirst ? original : captured);
    records.int32(wireLengthFirst ? captured : original);
    if (magic == MODIFIED) {
      records.int32(1).int16(0x0800).int8(0).int8(0);
    }
    records.bytes(frame);
    return this;
  }

  /// Adds bytes that are no record.
  public PcapBuilder raw(byte... bytes) {
    records.bytes(bytes);
    return this;
  }

  private boolean nanoseconds() {
    return aix || magic == NANOSECONDS || magic == IXIA_HARDWARE;
  }

  public byte[] build() {
    byte[] body = records.toBytes();
    ByteWriter file = new ByteWriter(order);
    file.int32(magic).int16(majorVersion).int16(minorVersion).int32(0).int32(0);
    file.int32(snapLength).int32(linkType);
    if (magic == IXIA_HARDWARE || magic == IXIA_SOFTWARE) {
      file.int32(body.length);
    }
    return file.bytes(body).toBytes();
  }
}
