package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowSide;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.capture.packet.Packet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Pings that carry a conversation.
///
/// Formula: echo requests and replies between two hosts with at least [#PACKETS] packets and
/// [#BYTES] payload bytes. An echo is what was sent, and of one size: against that, sizes of one
/// side spread by a standard deviation of [#SPREAD] bytes, and replies are by [#DIFFERENCE] bytes a
/// packet longer or shorter than requests, or there are [#SURPLUS] times as many replies as
/// requests; requests without reply are harmless. Medium when both hold, low with one. Source: RFC
/// 792; the thresholds are own.
///
/// Memory: [#PAIRS] pairs and the evidence.
public final class IcmpTunnel implements Detector {
  static final int PACKETS = 20;
  static final long BYTES = 4_000;
  static final double SPREAD = 32;
  static final double DIFFERENCE = 16;
  static final double SURPLUS = 1.2;
  private static final int EACH_WAY = 10;
  private static final int PAIRS = 16_384;
  private static final int ECHO = 8;
  private static final int ECHO_V6 = 128;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "icmp-tunnel",
          "ICMP tunnel",
          "1.0.0",
          "echo messages of two hosts, at least 20 with 4,000 bytes of payload: sizes of a side spread"
              + " by 32 bytes or more, and replies unlike requests by 16 bytes a packet or more of them by"
              + " a fifth; medium with both, low with one",
          "RFC 792, RFC 4443; as ptunnel, hans and icmpsh send; thresholds are own",
          new Technique("T1095", "Non-Application Layer Protocol", "Command and Control"),
          "tests of packet sizes; monitoring that pings in several sizes",
          "look at the payloads; find the program that pings; block echo beyond what is needed");

  private final Watched<Pair> pairs = new Watched<>(PAIRS, Pair::new, IcmpTunnel::judge);

  /// One way of a pair.
  private static final class Way {
    long packets;
    long bytes;
    private double squares;

    void add(FlowSide side) {
      packets += side.packets();
      bytes += side.payloadBytes();
      double mean = side.lengths().mean();
      double deviation = side.lengths().deviation();
      squares += side.packets() * (deviation * deviation + mean * mean);
    }

    double mean() {
      return packets == 0 ? 0 : bytes / (double) packets;
    }

    double spread() {
      return packets == 0 ? 0 : Math.sqrt(Math.max(0, squares / packets - mean() * mean()));
    }
  }

  private static final class Pair {
    final String source;
    final String target;
    final Way there = new Way();
    final Way back = new Way();
    final Proof proof = new Proof();
    final Span span = new Span();

    Pair(long sourceHigh, long sourceLow, long targetHigh, long targetLow, long unused) {
      source = Addresses.text(sourceHigh, sourceLow);
      target = Addresses.text(targetHigh, targetLow);
    }

    double difference() {
      return there.packets < EACH_WAY || back.packets < EACH_WAY
          ? 0
          : Math.abs(there.mean() - back.mean());
    }

    double surplus() {
      return there.packets < EACH_WAY ? 0 : back.packets / (double) there.packets;
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.FLOWS;
  }

  @Override
  public void flow(Flow flow) {
    boolean echo =
        flow.protocol() == Packet.ICMP && flow.sourcePort() == ECHO
            || flow.protocol() == Packet.ICMPV6 && flow.sourcePort() == ECHO_V6;
    if (echo && Addresses.oneHost(flow.destinationHigh(), flow.destinationLow())) {
      Pair pair =
          pairs.at(
              flow.sourceHigh(),
              flow.sourceLow(),
              flow.destinationHigh(),
              flow.destinationLow(),
              0,
              flow.end());
      pair.there.add(flow.forward());
      pair.back.add(flow.backward());
      pair.proof.add(flow);
      pair.span.add(flow.start());
      pair.span.add(flow.end());
    }
  }

  private static Optional<Finding> judge(Pair pair) {
    long packets = pair.there.packets + pair.back.packets;
    long bytes = pair.there.bytes + pair.back.bytes;
    double spread = Math.max(pair.there.spread(), pair.back.spread());
    boolean uneven = spread >= SPREAD;
    boolean unlike = pair.difference() >= DIFFERENCE || pair.surplus() >= SURPLUS;
    if (packets < PACKETS || bytes < BYTES || !uneven && !unlike) {
      return Optional.empty();
    }
    boolean both = uneven && unlike;
    return Optional.of(
        new Finding(
            INFO,
            pair.source,
            Optional.of(pair.target),
            "%s and %s exchanged %s in %d echo messages that are no echoes"
                .formatted(pair.source, pair.target, ByteCount.of(bytes), packets),
            both ? Severity.MEDIUM : Severity.LOW,
            both ? 0.7 : 0.35,
            "sizes and numbers of the messages; an echo repeats what was sent",
            pair.span.first(),
            pair.span.last(),
            packets,
            List.of(
                new Measure("payload", bytes, BYTES, "bytes"),
                new Measure("spread of sizes", spread, SPREAD, "bytes"),
                new Measure("replies unlike requests", pair.difference(), DIFFERENCE, "bytes"),
                new Measure("replies for each request", pair.surplus(), SURPLUS, "")),
            pair.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
