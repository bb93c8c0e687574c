package io.aegispcap.capture.file;

import java.util.ArrayList;
import java.util.List;

/// What the blocks of a pcapng file declare besides frames: sections, interfaces, keys.
final class PcapngDeclarations {
  /// Bytes of a section header block without options.
  static final int SECTION_HEADER_LENGTH = 28;

  private static final int MAX_INTERFACES = 65_536;
  private static final long MAX_SECRETS = 64 << 20;

  private final ByteSource bytes;
  private final PcapngBlocks blocks;
  private final List<Interface> all = new ArrayList<>();
  private final List<DecryptionSecrets> secrets = new ArrayList<>();
  private long secretBytes;
  private int sections;
  private int firstInSection;
  private boolean little;
  private boolean big;

  PcapngDeclarations(ByteSource bytes, PcapngBlocks blocks) {
    this.bytes = bytes;
    this.blocks = blocks;
  }

  /// Takes in the block at the position, all of which is readable.
  ///
  /// @return what is wrong with it; empty when nothing is
  String declare(int type, long length) {
    return switch (type) {
      case PcapngBlocks.SECTION_HEADER -> section(length);
      case PcapngBlocks.INTERFACE_DESCRIPTION -> description(length);
      default -> keys(length);
    };
  }

  private String section(long length) {
    if (length < SECTION_HEADER_LENGTH) {
      return "a section header of " + length + " bytes is too short";
    }
    int major = blocks.int16(12);
    if (major != 1) {
      return "version %d.%d of pcapng is not known, only 1.x".formatted(major, blocks.int16(14));
    }
    sections++;
    firstInSection = all.size();
    big |= blocks.swapped();
    little |= !blocks.swapped();
    return "";
  }

  private String description(long length) {
    if (length < 20) {
      return "an interface description of " + length + " bytes is too short";
    }
    if (all.size() == MAX_INTERFACES) {
      return "more than " + MAX_INTERFACES + " interfaces are declared";
    }
    InterfaceOptions options =
        new InterfaceOptions(new PcapngOptions(bytes, blocks), 16, length - 4);
    all.add(
        new Interface(
            sections - 1,
            options.source(all.size()),
            LinkType.normal(blocks.int16(8)),
            Integer.toUnsignedLong(blocks.int32(12)),
            options.timeResolution()));
    return "";
  }

  private String keys(long length) {
    long count = length < 20 ? -1 : Integer.toUnsignedLong(blocks.int32(12));
    if (count < 0 || count > length - 20) {
      return "a decryption secrets block of " + length + " bytes states more than it has";
    }
    secretBytes += count;
    if (secretBytes > MAX_SECRETS) {
      return "the decryption secrets take more than " + MAX_SECRETS + " bytes";
    }
    secrets.add(new DecryptionSecrets(blocks.int32(8), bytes.copy(16, (int) count)));
    return "";
  }

  int inSection() {
    return all.size() - firstInSection;
  }

  Interface get(int index) {
    return all.get(firstInSection + index);
  }

  List<Interface> all() {
    return List.copyOf(all);
  }

  List<DecryptionSecrets> secrets() {
    return List.copyOf(secrets);
  }

  /// Whether sections of both byte orders have been seen.
  boolean mixed() {
    return big && little;
  }
}
