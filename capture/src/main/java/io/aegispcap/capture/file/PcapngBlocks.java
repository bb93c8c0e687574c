package io.aegispcap.capture.file;

import java.io.IOException;

/// The block structure of pcapng: type and length in front, the length again behind.
final class PcapngBlocks {
  static final int SECTION_HEADER = 0x0a0d0d0a;
  static final int INTERFACE_DESCRIPTION = 1;
  static final int OBSOLETE_PACKET = 2;
  static final int SIMPLE_PACKET = 3;
  static final int NAME_RESOLUTION = 4;
  static final int INTERFACE_STATISTICS = 5;
  static final int ENHANCED_PACKET = 6;
  static final int DECRYPTION_SECRETS = 10;

  /// Bytes of a block without a body.
  static final int MIN_LENGTH = 12;

  /// A packet of 256 MiB with its options.
  static final int MAX_PACKET_BLOCK = 288 << 20;

  /// Other blocks whose content is read.
  static final int MAX_READ_BLOCK = 16 << 20;

  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;

  private final ByteSource bytes;
  private boolean swapped;

  PcapngBlocks(ByteSource bytes) {
    this.bytes = bytes;
  }

  boolean swapped() {
    return swapped;
  }

  int int32(long ahead) {
    int value = bytes.int32(ahead);
    return swapped ? Integer.reverseBytes(value) : value;
  }

  int int16(long ahead) {
    int value = bytes.int16(ahead);
    return swapped ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value;
  }

  long int64(long ahead) {
    long first = Integer.toUnsignedLong(int32(ahead));
    long second = Integer.toUnsignedLong(int32(ahead + 4));
    return swapped ? (first << 32) | second : (second << 32) | first;
  }

  /// The byte order of the section header block at the position becomes that of what follows.
  ///
  /// @return false when the block names no byte order
  boolean adoptByteOrder() {
    int magic = bytes.int32(8);
    swapped = magic == Integer.reverseBytes(BYTE_ORDER_MAGIC);
    return swapped || magic == BYTE_ORDER_MAGIC;
  }

  /// Length of the block at the position as it states it, 0 to 2^32-1.
  long length() {
    return Integer.toUnsignedLong(int32(4));
  }

  /// Whether a block could have this length.
  static boolean plausible(long length) {
    return length >= MIN_LENGTH && length % 4 == 0;
  }

  /// Whether the block at the position, all of which is readable, ends with its length.
  boolean closes(long length) {
    return int32(length - 4) == (int) length;
  }

  /// Whether a whole block of a known type and a moderate length seems to lie at the position.
  boolean resumes() throws IOException {
    if (!bytes.has(MIN_LENGTH)) {
      return false;
    }
    int type = int32(0);
    if (type == SECTION_HEADER) {
      return resumesSection();
    }
    long length = length();
    return ((type >= INTERFACE_DESCRIPTION && type <= ENHANCED_PACKET)
            || type == DECRYPTION_SECRETS)
        && plausible(length)
        && length <= MAX_READ_BLOCK
        && bytes.has(length)
        && closes(length);
  }

  private boolean resumesSection() throws IOException {
    boolean before = swapped;
    boolean found = adoptByteOrder();
    long length = length();
    found = found && plausible(length) && length <= MAX_READ_BLOCK && bytes.has(length);
    found = found && closes(length);
    swapped = before;
    return found;
  }
}
