package io.aegispcap.bench;

import java.util.HashMap;
import java.util.Map;

/// Counts five-tuples, both directions as one, and the flows they fall into when 120 s of silence
/// end a flow. Everything that is not IPv4 or IPv6 belongs to no flow.
final class FlowCount {
  private static final long IDLE_MICROS = 120_000_000;

  private final IpOffset network = new IpOffset();
  private final Ipv6Payload payload = new Ipv6Payload();
  private final Map<Tuple, long[]> lastSeen = new HashMap<>();
  private long flows;

  private record End(long high, long low, int port) {
    boolean isBefore(End other) {
      int order = Long.compare(high, other.high);
      order = order != 0 ? order : Long.compare(low, other.low);
      return order < 0 || order == 0 && port < other.port;
    }
  }

  private record Tuple(End one, End other, int protocol) {
    static Tuple between(End a, End b, int protocol) {
      return a.isBefore(b) ? new Tuple(a, b, protocol) : new Tuple(b, a, protocol);
    }
  }

  /// Takes the next packet; times, in microseconds, do not go backwards.
  void add(byte[] frame, int length, long micros) {
    network.find(frame, length);
    int at = network.at();
    if (network.type() == IpOffset.IPV4 && at + 20 <= length) {
      ipv4(frame, at, length, micros);
    } else if (network.type() == IpOffset.IPV6 && at + 40 <= length) {
      ipv6(frame, at, length, micros);
    }
  }

  private void ipv4(byte[] frame, int at, int length, long micros) {
    int protocol = Bytes.u8(frame, at + 9);
    int transport = at + (frame[at] & 0xf) * 4;
    boolean first = (Bytes.u16(frame, at + 6) & 0x1fff) == 0;
    boolean ports = first && hasPorts(protocol) && transport + 4 <= length;
    End source = new End(4, Bytes.i32(frame, at + 12), ports ? Bytes.u16(frame, transport) : 0);
    End target = new End(4, Bytes.i32(frame, at + 16), ports ? Bytes.u16(frame, transport + 2) : 0);
    seen(Tuple.between(source, target, protocol), micros);
  }

  private void ipv6(byte[] frame, int at, int length, long micros) {
    payload.find(frame, at, length);
    int transport = payload.at();
    boolean ports = payload.first() && hasPorts(payload.protocol()) && transport + 4 <= length;
    seen(
        Tuple.between(
            ipv6End(frame, at + 8, ports ? Bytes.u16(frame, transport) : 0),
            ipv6End(frame, at + 24, ports ? Bytes.u16(frame, transport + 2) : 0),
            payload.protocol()),
        micros);
  }

  private static End ipv6End(byte[] frame, int at, int port) {
    return new End(Bytes.i64(frame, at), Bytes.i64(frame, at + 8), port);
  }

  private static boolean hasPorts(int protocol) {
    return protocol == 6 || protocol == 17 || protocol == 132;
  }

  private void seen(Tuple tuple, long micros) {
    long[] last = lastSeen.computeIfAbsent(tuple, unseen -> new long[] {Long.MIN_VALUE / 2});
    if (micros - last[0] > IDLE_MICROS) {
      flows++;
    }
    last[0] = micros;
  }

  int tuples() {
    return lastSeen.size();
  }

  long flows() {
    return flows;
  }
}
