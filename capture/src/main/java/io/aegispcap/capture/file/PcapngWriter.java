package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes pcapng, little endian, with an interface for each that frames come from. It keeps the
/// resolution of decimal timestamps down to nanoseconds, and writes nanoseconds for others, since
/// finer ones are not read. Source: draft-ietf-opsawg-pcapng.
final class PcapngWriter implements RecordWriter {
  private static final int FINEST = 9;

  private final OutputFile out;
  private final Map<Origin, Integer> interfaces = new HashMap<>();

  /// An interface of the run.
  private record Origin(int capture, int linkType, FrameContext.Source source) {}

  PcapngWriter(OutputFile out) throws IOException {
    this.out = out;
    out.int32(PcapngBlocks.SECTION_HEADER).int32(28);
    out.int32(0x1a2b3c4d).int16(1).int16(0).int64(-1).int32(28);
  }

  @Override
  public void frame(Packet packet, FrameContext context) throws IOException {
    int from = interfaceOf(packet, context.source());
    int captured = packet.capturedLength();
    List<PcapngOption> comments = context.comments().stream().map(PcapngOption::comment).toList();
    int length = 32 + (captured + 3 & ~3) + PcapngOption.length(comments);
    long timestamp =
        Math.max(packet.timestamp(), 0) / nanoseconds(resolution(context.source().resolution()));
    out.int32(PcapngBlocks.ENHANCED_PACKET).int32(length).int32(from);
    out.int32((int) (timestamp >>> 32)).int32((int) timestamp);
    out.int32(captured).int32(packet.originalLength());
    out.bytes(packet.data(), packet.offset(), captured).pad(captured);
    PcapngOption.write(comments, out);
    out.int32(length);
  }

  private int interfaceOf(Packet packet, FrameContext.Source source) throws IOException {
    Origin origin = new Origin(packet.capture(), packet.linkType(), source);
    Integer known = interfaces.get(origin);
    if (known != null) {
      return known;
    }
    int index = interfaces.size();
    interfaces.put(origin, index);
    describe(packet.linkType(), source);
    return index;
  }

  private void describe(int linkType, FrameContext.Source source) throws IOException {
    List<PcapngOption> options =
        PcapngOption.ofInterface(
            source.name(), source.description(), resolution(source.resolution()));
    int length = 20 + PcapngOption.length(options);
    out.int32(PcapngBlocks.INTERFACE_DESCRIPTION).int32(length);
    out.int16(linkType).int16(0).int32(0);
    PcapngOption.write(options, out);
    out.int32(length);
  }

  /// The resolution to write, as a negative power of 10.
  private static int resolution(int stated) {
    return stated <= FINEST ? stated : FINEST;
  }

  private static long nanoseconds(int resolution) {
    long unit = 1;
    for (int i = resolution; i < FINEST; i++) {
      unit *= 10;
    }
    return unit;
  }

  @Override
  public void secrets(DecryptionSecrets secrets) throws IOException {
    byte[] data = secrets.data();
    int length = 20 + (data.length + 3 & ~3);
    out.int32(PcapngBlocks.DECRYPTION_SECRETS).int32(length);
    out.int32(secrets.type()).int32(data.length);
    out.bytes(data, 0, data.length).pad(data.length).int32(length);
  }

  @Override
  public void end() throws IOException {
    if (interfaces.isEmpty()) {
      describe(LinkType.ETHERNET, new FrameContext.Source(0, "", "", FINEST));
    }
  }
}
