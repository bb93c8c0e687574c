package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads pcapng: sections of blocks, each section with its own byte order and interfaces. Source:
/// draft-ietf-opsawg-pcapng.
///
/// A frame of a simple packet block has no time of its own and gets that of the frame before it, or
/// 0 when it is the first.
final class PcapngReader implements RecordReader {
  /// First four bytes of a capture, in both byte orders.
  static final int MAGIC = PcapngBlocks.SECTION_HEADER;

  private static final int MAX_FRAME = 256 << 20;
  private static final int COMMENT = 1;

  private final ByteSource bytes;
  private final Findings findings;
  private final int capture;
  private final PcapngBlocks blocks;
  private final PcapngDeclarations declarations;
  private long number;
  private long lastTimestamp;
  private @Nullable Interface lastSource;

  /// Where the options of the last frame begin, from the position behind its block.
  private long lastOptions;

  PcapngReader(ByteSource bytes, Findings findings, int capture) throws IOException {
    this.bytes = bytes;
    this.findings = findings;
    this.capture = capture;
    this.blocks = new PcapngBlocks(bytes);
    this.declarations = new PcapngDeclarations(bytes, blocks);
    if (!bytes.has(PcapngDeclarations.SECTION_HEADER_LENGTH)) {
      throw findings.malformed(0, "the section header of the pcapng file is cut short");
    }
    blocks.adoptByteOrder();
  }

  @Override
  public boolean next(Packet packet) throws IOException {
    while (bytes.has(PcapngBlocks.MIN_LENGTH)) {
      Step step = step(packet);
      if (step == Step.FRAME) {
        return true;
      }
      if (step == Step.END) {
        return end();
      }
    }
    return end();
  }

  private enum Step {
    FRAME,
    PASSED,
    END
  }

  private Step step(Packet packet) throws IOException {
    int type = blocks.int32(0);
    if (type == PcapngBlocks.SECTION_HEADER && !blocks.adoptByteOrder()) {
      return corrupt("the section header names no byte order");
    }
    long length = blocks.length();
    if (!PcapngBlocks.plausible(length)) {
      return corrupt("a block of type 0x%x states a length of %d".formatted(type, length));
    }
    return switch (type) {
      case PcapngBlocks.ENHANCED_PACKET, PcapngBlocks.OBSOLETE_PACKET ->
          packetBlock(packet, type, length);
      case PcapngBlocks.SIMPLE_PACKET -> simplePacket(packet, length);
      case PcapngBlocks.SECTION_HEADER,
          PcapngBlocks.INTERFACE_DESCRIPTION,
          PcapngBlocks.DECRYPTION_SECRETS ->
          declaration(type, length);
      default -> pass(length);
    };
  }

  private Step packetBlock(Packet packet, int type, long length) throws IOException {
    if (length > PcapngBlocks.MAX_PACKET_BLOCK) {
      return corrupt("a packet block states a length of " + length);
    }
    if (!bytes.has(length)) {
      return Step.END;
    }
    if (length < 32 || !blocks.closes(length)) {
      return corrupt("a packet block does not end with its length");
    }
    int index = type == PcapngBlocks.ENHANCED_PACKET ? blocks.int32(8) : blocks.int16(8);
    if (index < 0 || index >= declarations.inSection()) {
      return corrupt("a packet belongs to interface " + index + ", which is not declared");
    }
    int captured = blocks.int32(20);
    if (captured < 0 || captured > length - 32 || captured > MAX_FRAME) {
      return corrupt(
          "a packet block of " + length + " bytes states " + captured + " captured bytes");
    }
    Interface source = declarations.get(index);
    long units = (long) blocks.int32(12) << 32 | Integer.toUnsignedLong(blocks.int32(16));
    lastTimestamp = source.resolution().nanoseconds(units);
    source.count(lastTimestamp);
    lastOptions = 28 + (captured + 3 & ~3) - length;
    return frame(packet, source, 28, captured, blocks.int32(24), length);
  }

  private Step simplePacket(Packet packet, long length) throws IOException {
    if (length > PcapngBlocks.MAX_PACKET_BLOCK || length < 16) {
      return corrupt("a simple packet block states a length of " + length);
    }
    if (!bytes.has(length)) {
      return Step.END;
    }
    if (!blocks.closes(length)) {
      return corrupt("a simple packet block does not end with its length");
    }
    if (declarations.inSection() == 0) {
      return corrupt("a simple packet comes before any interface is declared");
    }
    Interface source = declarations.get(0);
    long original = Integer.toUnsignedLong(blocks.int32(8));
    long snapLength = source.snapLength() == 0 ? Long.MAX_VALUE : source.snapLength();
    long captured = Math.min(Math.min(original, snapLength), MAX_FRAME);
    if (captured > length - 16) {
      return corrupt(
          "a simple packet block of " + length + " bytes states " + captured + " captured bytes");
    }
    source.countUntimed();
    lastOptions = -4;
    return frame(packet, source, 12, (int) captured, (int) original, length);
  }

  private Step frame(
      Packet packet, Interface source, int header, int captured, int original, long length) {
    packet.frame(
        bytes.window(),
        bytes.position() + header,
        captured,
        original < 0 ? Integer.MAX_VALUE : original,
        lastTimestamp,
        source.linkType(),
        capture,
        ++number);
    bytes.advance(length);
    lastSource = source;
    return Step.FRAME;
  }

  private Step declaration(int type, long length) throws IOException {
    if (length > PcapngBlocks.MAX_READ_BLOCK) {
      return corrupt("a block of type 0x%x states a length of %d".formatted(type, length));
    }
    if (!bytes.has(length)) {
      return Step.END;
    }
    if (!blocks.closes(length)) {
      return corrupt("a block of type 0x%x does not end with its length".formatted(type));
    }
    String defect = declarations.declare(type, length);
    if (!defect.isEmpty()) {
      return corrupt(defect);
    }
    bytes.advance(length);
    return Step.PASSED;
  }

  /// Passes over a block that has nothing to say about frames.
  private Step pass(long length) throws IOException {
    long at = bytes.offset();
    if (!bytes.skip(length - 4) || !bytes.has(4)) {
      findings.note(at, "the last block is cut short");
      bytes.skip(4);
      return Step.END;
    }
    if (blocks.int32(0) != (int) length) {
      return corrupt("the block from byte " + at + " on does not end with its length");
    }
    bytes.advance(4);
    return Step.PASSED;
  }

  private boolean end() {
    long left = bytes.left();
    if (left > 0) {
      findings.note(
          bytes.offset(),
          "the last block is cut short: %d bytes behind frame %d were not read"
              .formatted(left, number));
      bytes.leave();
    }
    return false;
  }

  /// An error; or, reading leniently, the way to the next block that is whole.
  private Step corrupt(String reason) throws IOException {
    long from = bytes.offset();
    findings.corrupt(from, reason);
    do {
      if (!bytes.has(PcapngBlocks.MIN_LENGTH)) {
        findings.skipped(from, bytes.offset() + bytes.left() - from);
        bytes.leave();
        return Step.END;
      }
      bytes.advance(4);
    } while (!blocks.resumes());
    findings.skipped(from, bytes.offset() - from);
    return Step.PASSED;
  }

  @Override
  public FrameContext context() {
    if (lastSource == null) {
      throw new IllegalStateException("no frame was delivered");
    }
    List<String> comments = new ArrayList<>();
    PcapngOptions options = new PcapngOptions(bytes, blocks);
    options.each(
        lastOptions,
        -4,
        (code, at, length) -> {
          if (code == COMMENT) {
            comments.add(options.text(at, length));
          }
        });
    return new FrameContext(lastSource.source(), comments);
  }

  @Override
  public String format() {
    return declarations.mixed()
        ? "pcapng, both byte orders"
        : blocks.swapped() ? "pcapng, big endian" : "pcapng";
  }

  @Override
  public List<Interface> interfaces() {
    return declarations.all();
  }

  @Override
  public List<DecryptionSecrets> secrets() {
    return new ArrayList<>(declarations.secrets());
  }
}
