package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Writes pcapng with nanoseconds, little endian, an interface for each link type of each capture
/// of the run. Source: draft-ietf-opsawg-pcapng.
final class PcapngWriter implements RecordWriter {
  private static final int LINK_TYPE_BITS = 16;
  private static final int NANOSECOND_RESOLUTION = 9;

  private final OutputFile out;
  private final Map<Integer, Integer> interfaces = new HashMap<>();

  PcapngWriter(OutputFile out) throws IOException {
    this.out = out;
    out.int32(PcapngBlocks.SECTION_HEADER).int32(28);
    out.int32(0x1a2b3c4d).int16(1).int16(0).int64(-1).int32(28);
  }

  @Override
  public void frame(Packet packet) throws IOException {
    int from = interfaceOf(packet.capture(), packet.linkType());
    int captured = packet.capturedLength();
    int length = 32 + (captured + 3 & ~3);
    long timestamp = Math.max(packet.timestamp(), 0);
    out.int32(PcapngBlocks.ENHANCED_PACKET).int32(length).int32(from);
    out.int32((int) (timestamp >>> 32)).int32((int) timestamp);
    out.int32(captured).int32(packet.originalLength());
    out.bytes(packet.data(), packet.offset(), captured).pad(captured).int32(length);
  }

  private int interfaceOf(int capture, int linkType) throws IOException {
    int key = capture << LINK_TYPE_BITS | linkType;
    Integer known = interfaces.get(key);
    if (known != null) {
      return known;
    }
    int index = interfaces.size();
    interfaces.put(key, index);
    describe(linkType);
    return index;
  }

  private void describe(int linkType) throws IOException {
    out.int32(PcapngBlocks.INTERFACE_DESCRIPTION).int32(32);
    out.int16(linkType).int16(0).int32(0);
    out.int16(9).int16(1).int32(NANOSECOND_RESOLUTION).int32(0).int32(32);
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
      describe(LinkType.ETHERNET);
    }
  }
}
