package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.EndReason;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A connection to the outside that stays open for hours.
///
/// Formula: from first to last packet at least [#SHORTEST], flows cut by the active timeout joined
/// again; information from 1 and 4 h, low from 8 and 12 h on. Source: RITA's tiers for long
/// connections.
///
/// Memory: [#CONNECTIONS] connections that were cut at least once, and the evidence.
public final class LongConnection implements Detector {
  static final long SHORTEST = Span.HOUR;
  static final long LOW = 8 * Span.HOUR;
  private static final int[] TIERS = {12, 8, 4, 1};
  private static final int CONNECTIONS = 16_384;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "long-connection",
          "Long connection",
          "1.0.0",
          "a connection to the outside open for at least 1 h; tiers 1, 4, 8 and 12 h, low from 8 on",
          "RITA long connections",
          new Technique("T1095", "Non-Application Layer Protocol", "Command and Control"),
          "remote work, chat, push services, VPNs, video",
          "find the program behind it; see whether anyone was at work");

  private final HomeNetworks home;
  private final TrackMap<Connection> cut =
      new TrackMap<>(CONNECTIONS, (a, b, c, d, e) -> new Connection(), connection -> {});

  public LongConnection(DetectionOptions options) {
    this.home = options.home();
  }

  private static final class Connection {
    final Proof proof = new Proof();
    final Span span = new Span();
    String source = "";
    String target = "";
    long bytes;
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
    boolean wasCut = flow.endReason() == EndReason.ACTIVE_TIMEOUT;
    if (wasCut || flow.duration() >= SHORTEST || cut.size() > 0 && known(flow)) {
      if (outward(flow)) {
        add(flow);
      }
    }
  }

  private boolean outward(Flow flow) {
    return home.inside(flow.sourceHigh(), flow.sourceLow())
        && !home.inside(flow.destinationHigh(), flow.destinationLow())
        && Addresses.oneHost(flow.destinationHigh(), flow.destinationLow());
  }

  private boolean known(Flow flow) {
    return cut.has(
        flow.sourceHigh(),
        flow.sourceLow(),
        flow.destinationHigh(),
        flow.destinationLow(),
        ports(flow));
  }

  private static long ports(Flow flow) {
    return (long) flow.sourcePort() << 32 | (long) flow.destinationPort() << 8 | flow.protocol();
  }

  private void add(Flow flow) {
    Connection connection =
        cut.at(
            flow.sourceHigh(),
            flow.sourceLow(),
            flow.destinationHigh(),
            flow.destinationLow(),
            ports(flow),
            flow.end());
    if (connection.proof.isEmpty()) {
      FlowKey key = flow.key();
      connection.source = key.source().toString();
      connection.target = Addresses.endpoint(key.destination(), key.destinationPort());
    }
    connection.bytes += flow.ipBytes();
    connection.proof.add(flow);
    connection.span.add(flow.start());
    connection.span.add(flow.end());
  }

  private static Finding finding(Connection connection) {
    double hours = connection.span.seconds() / 3600;
    int tier = TIERS[TIERS.length - 1];
    for (int i = TIERS.length - 1; i >= 0 && hours >= TIERS[i]; i--) {
      tier = TIERS[i];
    }
    return new Finding(
        INFO,
        connection.source,
        Optional.of(connection.target),
        "%s held a connection to %s open for %.1f h"
            .formatted(connection.source, connection.target, hours),
        connection.span.last() - connection.span.first() >= LOW ? Severity.LOW : Severity.INFO,
        0.3,
        "length alone; most long connections are harmless",
        connection.span.first(),
        connection.span.last(),
        1,
        List.of(
            new Measure("open", hours, tier, "h"),
            new Measure("volume", connection.bytes, Double.NaN, "bytes")),
        connection.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    cut.forEach(
        connection -> {
          if (connection.span.last() - connection.span.first() >= SHORTEST) {
            findings.accept(finding(connection));
          }
        });
  }
}
