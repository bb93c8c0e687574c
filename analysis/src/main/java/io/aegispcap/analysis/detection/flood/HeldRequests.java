package io.aegispcap.analysis.detection.flood;

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
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A client that begins many requests at a web server and finishes none, so that all places are
/// taken (slowloris, slow bodies).
///
/// Formula: connections of a client to a service, recognised as HTTP by what the client sends, in
/// which the server said nothing in ten seconds or more; [#CONNECTIONS] of them without a pause of
/// five minutes: medium, high from ten times as many on.
///
/// Memory: [#SERVICES] client and service pairs, and the evidence.
public final class HeldRequests implements Detector {
  static final int CONNECTIONS = 100;
  private static final int SERVICES = 8_192;
  private static final long HELD = 10 * Span.SECOND;
  private static final long PAUSE = 5 * Span.MINUTE;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "held-requests",
          "Requests that are never finished",
          "1.0.0",
          "at least 100 HTTP connections of a client to a service, each 10 s long or more, in which the"
              + " client sent something and the server nothing, without a pause of 5 min; high from 1,000"
              + " on",
          "own; the behaviour of slowloris and slowhttptest",
          new Technique(
              "T1499.002", "Endpoint Denial of Service: Service Exhaustion Flood", "Impact"),
          "a server that hangs while many wait for it behind one address; a capture without the answers",
          "see whether the server still answered others; limit connections and the time for a request");

  private final Watched<Held> services = new Watched<>(SERVICES, Held::new, HeldRequests::judge);

  private static final class Held {
    final Proof proof = new Proof();
    final Span span = new Span();
    final IpAddress client;
    String service = "";
    long connections;

    Held(long a, long b, long c, long d, long e) {
      client = new IpAddress(a, b);
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
    if (flow.protocol() != Packet.TCP || !flow.application().equals("http") || !held(flow)) {
      return;
    }
    Held held =
        services.at(
            flow.sourceHigh(),
            flow.sourceLow(),
            flow.destinationHigh(),
            flow.destinationLow(),
            flow.destinationPort(),
            flow.start());
    if (held.connections < CONNECTIONS && held.span.endedBefore(flow.start(), PAUSE)) {
      held.proof.clear();
      held.span.clear();
      held.connections = 0;
    }
    held.service =
        Addresses.endpoint(
            new IpAddress(flow.destinationHigh(), flow.destinationLow()), flow.destinationPort());
    held.connections++;
    held.proof.add(flow);
    held.span.add(flow.start());
    held.span.add(flow.end());
  }

  private static boolean held(Flow flow) {
    return flow.handshake().synAckSeen()
        && flow.duration() >= HELD
        && flow.forward().dataPackets() > 0
        && flow.backward().dataPackets() == 0
        && flow.backward().packets() > 1; // the server's side was captured
  }

  private static Optional<Finding> judge(Held held) {
    if (held.connections < CONNECTIONS) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            INFO,
            held.client.toString(),
            Optional.of(held.service),
            "%s held %d connections to %s open for 10 s or longer with requests that it did not finish"
                .formatted(held.client, held.connections, held.service),
            held.connections >= 10L * CONNECTIONS ? Severity.HIGH : Severity.MEDIUM,
            0.8,
            "how many there were, and that none was answered",
            held.span.first(),
            held.span.last(),
            held.connections,
            List.of(new Measure("connections held", held.connections, CONNECTIONS, "connections")),
            held.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    services.finish(findings);
  }
}
