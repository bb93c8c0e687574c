package io.aegispcap.analysis.detection.name;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.quic.QuicInitial;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Questions for names that go to a resolver encrypted, past those who watch DNS.
///
/// Formula: a TLS or QUIC handshake that names a resolver of [EncryptedResolvers] (DNS over HTTPS),
/// offers `dot` or `doq` (RFC 7858, RFC 9250), or goes to port 853. For information; low when one
/// client sent [#MUCH] bytes and more than it got: a question is about 150 bytes, and answers are
/// longer than questions unless the questions carry data.
///
/// Memory: [#PAIRS] client and resolver pairs and the evidence.
public final class EncryptedNames implements Detector {
  static final long MUCH = 1_000_000;
  private static final int PAIRS = 16_384;
  private static final int DNS_OVER_TLS = 853;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "encrypted-dns",
          "Encrypted name questions",
          "1.0.0",
          "a TLS or QUIC handshake with a public resolver by its name, with ALPN dot or doq, or to"
              + " port 853: information; low when a client sent 1 MB and more than it received",
          "RFC 7858, RFC 8484, RFC 9250; operators' documentation for the names; the volume is own",
          new Technique("T1071.004", "Application Layer Protocol: DNS", "Command and Control"),
          "browsers and phones that are set to do so, which many are from the start",
          "decide whether it is allowed here; where much was sent, find the program that sent it");

  private final TrackMap<Use> uses = new TrackMap<>(PAIRS, Use::new, this::conclude);
  private final List<Finding> found = new ArrayList<>();

  private static final class Use {
    final String client;
    final Proof proof = new Proof();
    final Span span = new Span();
    String resolver = "";
    long handshakes;
    long sent;
    long received;

    Use(long high, long low, long serverHigh, long serverLow, long port) {
      client = Addresses.text(high, low);
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFlowsAnd(TlsHandshake.class, QuicInitial.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    switch (fact) {
      case TlsHandshake tls -> shaken(key, fact, tls.serverName(), tls.alpnOffered());
      case QuicInitial quic -> shaken(key, fact, quic.serverName(), quic.alpn());
      default -> {} // cannot ask names in secret
    }
  }

  private void shaken(FlowKey key, Fact fact, Optional<String> name, List<String> offered) {
    boolean known = name.filter(EncryptedResolvers::contains).isPresent();
    boolean says = offered.contains("dot") || offered.contains("doq");
    if (known || says || key.destinationPort() == DNS_OVER_TLS) {
      Use use =
          uses.at(
              key.source().high(),
              key.source().low(),
              key.destination().high(),
              key.destination().low(),
              port(key.destinationPort(), key.protocol()),
              fact.timestamp());
      String endpoint = Addresses.endpoint(key.destination(), key.destinationPort());
      use.resolver = name.map(text -> endpoint + " (" + text + ")").orElse(endpoint);
      use.handshakes++;
      use.proof.add(key, fact.frameId());
      use.span.add(fact.timestamp());
    }
  }

  private static long port(int port, int protocol) {
    return (long) port << 8 | protocol;
  }

  @Override
  public void flow(Flow flow) {
    long port = port(flow.destinationPort(), flow.protocol());
    if (uses.has(
        flow.sourceHigh(), flow.sourceLow(), flow.destinationHigh(), flow.destinationLow(), port)) {
      Use use =
          uses.at(
              flow.sourceHigh(),
              flow.sourceLow(),
              flow.destinationHigh(),
              flow.destinationLow(),
              port,
              flow.end());
      use.sent += flow.forward().payloadBytes();
      use.received += flow.backward().payloadBytes();
      use.span.add(flow.end());
    }
  }

  private void conclude(Use use) {
    boolean much = use.sent >= MUCH && use.sent > use.received;
    found.add(
        new Finding(
            INFO,
            use.client,
            Optional.of(use.resolver),
            "%s asked %s for names encrypted%s"
                .formatted(
                    use.client,
                    use.resolver,
                    much ? ", and sent %.1f MB".formatted(use.sent / 1e6) : ""),
            much ? Severity.LOW : Severity.INFO,
            much ? 0.4 : 0.3,
            "the handshake says so; what was asked is not known",
            use.span.first(),
            use.span.last(),
            use.handshakes,
            List.of(
                new Measure("handshakes", use.handshakes, 1, "handshakes"),
                new Measure("bytes sent", use.sent, MUCH, "bytes")),
            use.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    uses.forEach(this::conclude);
    found.forEach(findings);
  }
}
