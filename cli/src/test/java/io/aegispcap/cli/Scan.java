package io.aegispcap.cli;

import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;

/// A capture of somebody who tries ports.
final class Scan {
  static final long START = 1_769_847_300_000_000_000L;

  private Scan() {}

  static byte[] capture(int ports) {
    return capture(ports, START);
  }

  static byte[] capture(int ports, long start) {
    PcapBuilder pcap = PcapBuilder.pcap();
    for (int port = 1; port <= ports; port++) {
      long at = start + port * 10_000_000L;
      pcap.frame(at, syn(port)).frame(at + 1_000_000L, reset(port));
    }
    return pcap.build();
  }

  private static byte[] syn(int port) {
    return Frames.ethernet()
        .ipv4("203.0.113.9", "10.0.0.5")
        .tcp(40_000 + port, port)
        .flags(PacketBuilder.SYN)
        .build();
  }

  private static byte[] reset(int port) {
    return Frames.ethernet()
        .ipv4("10.0.0.5", "203.0.113.9")
        .tcp(port, 40_000 + port)
        .flags(PacketBuilder.RST, PacketBuilder.ACK)
        .build();
  }
}
