package io.aegispcap.capture.packet;

import java.util.Arrays;
import java.util.List;

/// What tshark says of one frame, reduced to the tuple of its outermost or innermost IP packet. The
/// packets that ICMP errors quote are left out.
///
/// @param address source and destination; empty when it names no IP packet
/// @param ports source and destination of the transport; "0 0" without one
record TsharkFrame(long number, String protocols, String address, String ports) {
  static final List<String> FIELDS =
      List.of(
          "frame.number",
          "frame.protocols",
          "ip.src",
          "ip.dst",
          "ipv6.src",
          "ipv6.dst",
          "tcp.srcport",
          "tcp.dstport",
          "udp.srcport",
          "udp.dstport",
          "sctp.srcport",
          "sctp.dstport",
          "dccp.srcport",
          "dccp.dstport");

  static TsharkFrame of(List<String> row, boolean innermost) {
    String[] columns = Arrays.copyOf(row.toArray(String[]::new), FIELDS.size());
    Reading reading = new Reading(columns);
    for (String protocol : columns[1].split(":")) {
      boolean ip = protocol.equals("ip") || protocol.equals("ipv6");
      if (reading.quoting || (ip && !innermost && !reading.address.isEmpty())) {
        break;
      }
      reading.read(protocol);
    }
    return new TsharkFrame(Long.parseLong(columns[0]), columns[1], reading.address, reading.ports);
  }

  private static final class Reading {
    private final String[] columns;
    private final int[] seen = new int[FIELDS.size()];
    String address = "";
    String ports = "0 0";
    boolean quoting;

    Reading(String[] columns) {
      this.columns = columns;
    }

    void read(String protocol) {
      switch (protocol) {
        case "ip" -> ip(2);
        case "ipv6" -> ip(4);
        case "tcp" -> ports = pair(6);
        case "udp" -> ports = pair(8);
        case "sctp" -> ports = pair(10);
        case "dccp" -> ports = pair(12);
        case "icmp", "icmpv6" -> quoting = true;
        default -> {}
      }
    }

    private void ip(int column) {
      String pair = pair(column);
      if (!pair.equals("0 0")) {
        String[] ends = pair.split(" ");
        address = IpAddress.parse(ends[0]) + " " + IpAddress.parse(ends[1]);
        ports = "0 0";
      }
    }

    private String pair(int column) {
      String[] from = columns[column].split(",");
      String[] to = columns[column + 1].split(",");
      int index = seen[column]++;
      boolean both =
          index < from.length
              && index < to.length
              && !from[index].isEmpty()
              && !to[index].isEmpty();
      return both ? from[index] + " " + to[index] : "0 0";
    }
  }
}
