package io.aegispcap.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// Builds frames and captures for the tests, and checks Internet checksums (RFC 1071) from scratch.
final class Frames {
  static final int IP = 14;

  private Frames() {}

  /// An IPv4 packet of protocol 6 or 17, with right checksums.
  static byte[] ipv4(int source, int target, int protocol, int sourcePort, byte[] data) {
    int head = protocol == 6 ? 20 : 8;
    ByteBuffer frame = ethernet(0x0800, 20 + head + data.length);
    frame.put((byte) 0x45).put((byte) 0).putShort((short) (20 + head + data.length));
    frame.putInt(0x1234_4000).put((byte) 64).put((byte) protocol).putShort((short) 0);
    frame.putInt(source).putInt(target).putShort((short) sourcePort).putShort((short) 443);
    if (protocol == 17) {
      frame.putShort((short) (8 + data.length)).putShort((short) 0);
    } else {
      frame.putInt(1).putInt(0).putInt(0x5018_ffff).putInt(0);
    }
    byte[] bytes = frame.put(data).array();
    Bytes.put16(bytes, IP + 10, ~sum(bytes, IP, IP + 20, 0) & 0xffff);
    int checksum = IP + 20 + (protocol == 6 ? 16 : 6);
    Bytes.put16(bytes, checksum, ~transportSum(bytes, IP, protocol) & 0xffff);
    return bytes;
  }

  /// A UDP packet over IPv6 with a right checksum.
  static byte[] ipv6(long sourceHigh, long targetHigh, byte[] data) {
    ByteBuffer frame = ethernet(0x86dd, 48 + data.length);
    frame.putInt(0x6000_0000).putShort((short) (8 + data.length)).put((byte) 17).put((byte) 64);
    frame.putLong(sourceHigh).putLong(1).putLong(targetHigh).putLong(2);
    frame.putShort((short) 5353).putShort((short) 53).putShort((short) (8 + data.length));
    byte[] bytes = frame.putShort((short) 0).put(data).array();
    Bytes.put16(bytes, IP + 46, ~transportSum6(bytes, IP) & 0xffff);
    return bytes;
  }

  private static ByteBuffer ethernet(int type, int payload) {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload);
    return frame.putInt(0x0200_0000).putInt(0x0001_0200).putInt(2).putShort((short) type);
  }

  static boolean isIpv4HeaderRight(byte[] frame) {
    return sum(frame, IP, IP + 20, 0) == 0xffff;
  }

  static int transportSum(byte[] frame, int ip, int protocol) {
    int pseudo = sum(frame, ip + 12, ip + 20, protocol + frame.length - ip - 20);
    return sum(frame, ip + 20, frame.length, pseudo);
  }

  static int transportSum6(byte[] frame, int ip) {
    int pseudo = sum(frame, ip + 8, ip + 40, 17 + frame.length - ip - 40);
    return sum(frame, ip + 40, frame.length, pseudo);
  }

  static int sum(byte[] bytes, int from, int to, int start) {
    int sum = start;
    for (int i = from; i < to; i++) {
      sum += (i - from) % 2 == 0 ? (bytes[i] & 0xff) << 8 : bytes[i] & 0xff;
    }
    return fold(sum);
  }

  private static int fold(int sum) {
    int folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return folded;
  }

  /// A classic pcap file, one packet a second.
  static byte[] pcap(List<byte[]> frames) {
    int size = 24 + frames.stream().mapToInt(frame -> 16 + frame.length).sum();
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0xa1b2c3d4).putInt(0x0004_0002).putLong(0).putInt(65_535).putInt(1);
    for (int i = 0; i < frames.size(); i++) {
      byte[] frame = frames.get(i);
      file.putInt(1000 + i).putInt(i).putInt(frame.length).putInt(frame.length).put(frame);
    }
    return file.array();
  }

  static byte[] data(int length) {
    byte[] data = new byte[length];
    Arrays.fill(data, (byte) 0x5a);
    return data;
  }
}
