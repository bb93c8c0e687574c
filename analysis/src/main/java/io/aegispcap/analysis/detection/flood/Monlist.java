package io.aegispcap.analysis.detection.flood;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.analysis.text.Quantity;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.ntp.NtpMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A time server that answers the query by which NTP is abused as an amplifier.
///
/// Formula: mode 7 answers to the monitor list query, sent by one server; low severity from the
/// first on, medium when they hold at least [#BYTES] bytes and [#RATIO] times what was asked.
/// Source: CVE-2013-5211, US-CERT TA14-013A.
///
/// Memory: [#SERVERS] servers and the evidence.
public final class Monlist implements Detector {
  static final long BYTES = 100_000;
  static final double RATIO = 10;
  private static final int NTP = 123;
  private static final int PRIVATE_MODE = 7;
  private static final int SERVERS = 4_096;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "ntp-monlist",
          "NTP monitor list answered",
          "1.0.0",
          "answers to NTP mode 7 monitor list queries; medium from 100,000 bytes and ten times the"
              + " bytes asked on",
          "CVE-2013-5211, US-CERT TA14-013A",
          FloodTechniques.REFLECTION,
          "an administrator who runs ntpdc",
          "disable the monitor on the server; if it is not yours, see whom the answers went to");

  private final TrackMap<Server> servers = new TrackMap<>(SERVERS, Server::new, server -> {});

  private static final class Server {
    final IpAddress address;
    final Proof proof = new Proof();
    final Span span = new Span();
    long answers;
    long answerBytes;
    long queryBytes;

    Server(long high, long low, long c, long d, long e) {
      this.address = new IpAddress(high, low);
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(NtpMessage.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof NtpMessage ntp && ntp.monlist() && ntp.mode() == PRIVATE_MODE) {
      IpAddress address = server(key);
      message(servers.at(address.high(), address.low(), ntp.timestamp()), key, ntp);
    }
  }

  /// An answer whose question the capture does not hold seems to open a conversation.
  private static IpAddress server(FlowKey key) {
    return key.sourcePort() == NTP && key.destinationPort() != NTP
        ? key.source()
        : key.destination();
  }

  private static void message(Server server, FlowKey key, NtpMessage ntp) {
    if (ntp.response()) {
      server.answers++;
      server.answerBytes += ntp.length();
      server.span.add(ntp.timestamp());
      server.proof.grow();
      server.proof.add(key, ntp.frameId());
    } else {
      server.queryBytes += ntp.length();
    }
  }

  private static Finding finding(Server server) {
    double ratio = server.answerBytes / (double) Math.max(1, server.queryBytes);
    boolean much = server.answerBytes >= BYTES && ratio >= RATIO;
    return new Finding(
        INFO,
        server.address.toString(),
        Optional.empty(),
        "%s sent %s (%s) to %s"
            .formatted(
                server.address,
                Quantity.of(server.answers, "monitor list answer"),
                ByteCount.of(server.answerBytes),
                server.queryBytes == 0
                    ? "questions that are not seen"
                    : "questions of " + ByteCount.of(server.queryBytes)),
        much ? Severity.MEDIUM : Severity.LOW,
        0.9,
        "the query is recognised by its code; whether its sender was spoofed is not known",
        server.span.first(),
        server.span.last(),
        server.answers,
        List.of(
            new Measure("bytes answered", server.answerBytes, BYTES, "bytes"),
            new Measure("amplification", ratio, RATIO, "")),
        server.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    servers.forEach(
        server -> {
          if (server.answers > 0) {
            findings.accept(finding(server));
          }
        });
  }
}
