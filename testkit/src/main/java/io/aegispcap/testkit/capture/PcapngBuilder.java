package io.aegispcap.testkit.capture;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Builds a pcapng file block by block, with no check that they make sense together. Source:
/// draft-ietf-opsawg-pcapng.
public final class PcapngBuilder {
  public static final int SECTION_HEADER = 0x0a0d0d0a;
  public static final int INTERFACE_DESCRIPTION = 1;
  public static final int OBSOLETE_PACKET = 2;
  public static final int SIMPLE_PACKET = 3;
  public static final int NAME_RESOLUTION = 4;
  public static final int INTERFACE_STATISTICS = 5;
  public static final int ENHANCED_PACKET = 6;
  public static final int JOURNAL = 9;
  public static final int DECRYPTION_SECRETS = 10;
  public static final int CUSTOM = 0xbad;
  public static final int CUSTOM_NOT_COPIED = 0x40000bad;

  private final ByteWriter out = new ByteWriter(ByteOrder.LITTLE_ENDIAN);
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  private PcapngBuilder() {}

  /// Nothing yet: the first block should be a section header.
  public static PcapngBuilder pcapng() {
    return new PcapngBuilder();
  }

  /// Begins a section of unstated length; what follows is in its byte order.
  public PcapngBuilder section(ByteOrder order) {
    return section(order, -1);
  }

  /// Begins a section.
  ///
  /// @param length of all its blocks behind this one; -1 when not stated
  public PcapngBuilder section(ByteOrder order, long length) {
    this.order = order;
    ByteWriter body = writer().int32(0x1a2b3c4d).int16(1).int16(0).int64(length);
    return block(SECTION_HEADER, body.toBytes());
  }

  /// Declares an interface with microseconds and no snap length.
  public PcapngBuilder describe(int linkType) {
    return describe(linkType, 0);
  }

  /// @param options made by [#option]
  public PcapngBuilder describe(int linkType, int snapLength, byte[]... options) {
    ByteWriter body = writer().int16(linkType).int16(0).int32(snapLength);
    return block(INTERFACE_DESCRIPTION, options(body, options));
  }

  /// An if_tsresol option.
  public byte[] resolution(int value) {
    return option(9, (byte) value);
  }

  /// An if_tsoffset option.
  public byte[] offset(long seconds) {
    return option(14, writer().int64(seconds).toBytes());
  }

  /// An if_name option.
  public byte[] name(String name) {
    return option(2, name.getBytes(StandardCharsets.UTF_8));
  }

  /// An if_description option.
  public byte[] description(String text) {
    return option(3, text.getBytes(StandardCharsets.UTF_8));
  }

  /// An opt_comment option.
  public byte[] comment(String text) {
    return option(1, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Any option, in the byte order of the section so far.
  public byte[] option(int code, byte... value) {
    return writer().int16(code).int16(value.length).bytes(value).pad().toBytes();
  }

  /// Adds an enhanced packet block.
  ///
  /// @param units timestamp in the interface's resolution
  public PcapngBuilder packet(int describedAs, long units, byte... frame) {
    return packet(describedAs, units, frame.length, frame);
  }

  /// Adds an enhanced packet block of a frame that was longer on the wire.
  public PcapngBuilder packet(
      int describedAs, long units, int originalLength, byte[] frame, byte[]... options) {
    ByteWriter body = writer().int32(describedAs);
    body.int32((int) (units >> 32)).int32((int) units);
    body.int32(frame.length).int32(originalLength).bytes(frame).pad();
    return block(ENHANCED_PACKET, options(body, options));
  }

  /// Adds an obsolete packet block.
  public PcapngBuilder obsoletePacket(int describedAs, long units, byte... frame) {
    ByteWriter body = writer().int16(describedAs).int16(0xffff);
    body.int32((int) (units >> 32)).int32((int) units);
    body.int32(frame.length).int32(frame.length).bytes(frame).pad();
    return block(OBSOLETE_PACKET, body.toBytes());
  }

  /// Adds a simple packet block.
  public PcapngBuilder simplePacket(int originalLength, byte... frame) {
    return block(SIMPLE_PACKET, writer().int32(originalLength).bytes(frame).pad().toBytes());
  }

  /// Adds a decryption secrets block.
  public PcapngBuilder secrets(int type, byte... data) {
    ByteWriter body = writer().int32(type).int32(data.length).bytes(data).pad();
    return block(DECRYPTION_SECRETS, body.toBytes());
  }

  /// Adds a name resolution block with one IPv4 name.
  public PcapngBuilder names() {
    ByteWriter body = writer().int16(1).int16(8).bytes(new byte[] {10, 0, 0, 1, 'h', 'o', 's', 0});
    return block(NAME_RESOLUTION, body.int32(0).toBytes());
  }

  /// Adds an interface statistics block.
  public PcapngBuilder statistics(int describedAs) {
    return block(INTERFACE_STATISTICS, writer().int32(describedAs).int32(0).int32(0).toBytes());
  }

  /// Adds any block.
  ///
  /// @param body a multiple of four bytes
  public PcapngBuilder block(int type, byte... body) {
    return block(type, body.length + 12, body.length + 12, body);
  }

  /// Adds a block that may lie about its length.
  public PcapngBuilder block(int type, int length, int trailingLength, byte[] body) {
    ByteWriter block = writer().int32(type).int32(length).bytes(body).int32(trailingLength);
    out.bytes(block.toBytes());
    return this;
  }

  /// Adds bytes that are no block.
  public PcapngBuilder raw(byte... bytes) {
    out.bytes(bytes);
    return this;
  }

  private static byte[] options(ByteWriter body, byte[]... options) {
    for (byte[] option : options) {
      body.bytes(option);
    }
    return options.length == 0 ? body.toBytes() : body.int32(0).toBytes();
  }

  private ByteWriter writer() {
    return new ByteWriter(order);
  }

  public byte[] build() {
    return out.toBytes();
  }
}
