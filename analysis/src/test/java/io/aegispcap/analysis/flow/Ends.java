package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;

/// A five-tuple as text that is the same in both directions; ICMP without ports.
final class Ends {
  private Ends() {}

  static String of(String source, String from, String destination, String to, String protocol) {
    String one = IpAddress.parse(source) + " " + from;
    String other = IpAddress.parse(destination) + " " + to;
    return (one.compareTo(other) <= 0 ? one + " " + other : other + " " + one) + " " + protocol;
  }

  static String of(Flow flow) {
    boolean icmp = flow.protocol() == Packet.ICMP || flow.protocol() == Packet.ICMPV6;
    return of(
        flow.source().toString(),
        icmp ? "0" : Integer.toString(flow.sourcePort()),
        flow.destination().toString(),
        icmp ? "0" : Integer.toString(flow.destinationPort()),
        Integer.toString(flow.protocol()));
  }
}
