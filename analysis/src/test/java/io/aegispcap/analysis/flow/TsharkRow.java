package io.aegispcap.analysis.flow;

import java.util.List;

/// One frame as tshark sees it: the five-tuple of its outermost IP packet without a direction.
///
/// @param protocols the layers, as `frame.protocols` names them
/// @param laterFragment whether it is a fragment without a transport header
/// @param tuple empty when there is no IP packet
record TsharkRow(long frame, String protocols, boolean laterFragment, String tuple) {
  static final List<String> FIELDS =
      List.of(
          "frame.number",
          "frame.protocols",
          "ip.src",
          "ip.dst",
          "ip.proto",
          "ip.frag_offset",
          "ipv6.src",
          "ipv6.dst",
          "ipv6.nxt",
          "ipv6.fraghdr.offset",
          "ipv6.fraghdr.nxt",
          "ipv6.hopopts.nxt",
          "ipv6.routing.nxt",
          "ipv6.dstopts.nxt",
          "ah.next_header",
          "tcp.srcport",
          "tcp.dstport",
          "udp.srcport",
          "udp.dstport",
          "sctp.srcport",
          "sctp.dstport",
          "dccp.srcport",
          "dccp.dstport");

  private static final List<String> WITH_PORTS = List.of("tcp", "udp", "sctp", "dccp");
  private static final int FIRST_PORT = FIELDS.indexOf("tcp.srcport");

  static TsharkRow of(String line) {
    String[] cells = java.util.Arrays.copyOf(line.split("\t", -1), FIELDS.size());
    List<String> layers = List.of(cells[1].split(":"));
    int ip = layers.indexOf("ip");
    int ipv6 = layers.indexOf("ipv6");
    boolean four = ip >= 0 && (ipv6 < 0 || ip < ipv6);
    String source = four ? cells[2] : cells[6];
    String destination = four ? cells[3] : cells[7];
    boolean later = four ? nonZero(cells[5]) : nonZero(cells[9]);
    String tuple = "";
    if (!source.isEmpty() && !destination.isEmpty()) {
      List<String> inside = layers.subList(1 + (four ? ip : ipv6), layers.size());
      tuple = tuple(source, destination, transport(inside), four, cells);
    }
    return new TsharkRow(Long.parseLong(cells[0]), cells[1], later, tuple);
  }

  private static boolean nonZero(String cell) {
    return !cell.isEmpty() && Integer.decode(cell) != 0;
  }

  /// The layer right above IP, extension headers aside.
  private static String transport(List<String> inside) {
    return inside.stream().filter(layer -> !layer.matches("ipv6\\..*|ah")).findFirst().orElse("");
  }

  private static String tuple(
      String source, String destination, String transport, boolean four, String[] cells) {
    int index = WITH_PORTS.indexOf(transport);
    String from = index < 0 ? "0" : cells[FIRST_PORT + 2 * index];
    String to = index < 0 ? "0" : cells[FIRST_PORT + 2 * index + 1];
    boolean cut = from.isEmpty() || to.isEmpty();
    return Ends.of(
        source, cut ? "0" : from, destination, cut ? "0" : to, protocol(transport, four, cells));
  }

  private static String protocol(String transport, boolean four, String[] cells) {
    return switch (transport) {
      case "tcp" -> "6";
      case "udp" -> "17";
      case "sctp" -> "132";
      case "dccp" -> "33";
      case "icmp" -> "1";
      case "icmpv6" -> "58";
      default -> four ? behindAuthentication(cells) : lastExtension(cells);
    };
  }

  private static String behindAuthentication(String[] cells) {
    return cells[4].equals("51") && !cells[14].isEmpty() ? cells[14] : cells[4];
  }

  /// The next header of the last header there is.
  private static String lastExtension(String[] cells) {
    String next = cells[8];
    for (int hops = 0; hops < 6; hops++) {
      String further =
          switch (next) {
            case "0" -> cells[11];
            case "43" -> cells[12];
            case "44" -> cells[10];
            case "60" -> cells[13];
            case "51" -> cells[14];
            default -> "";
          };
      if (further.isEmpty()) {
        return next;
      }
      next = further;
    }
    return next;
  }
}
