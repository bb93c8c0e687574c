package io.aegispcap.analysis.detection.name;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.RecentTimes;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A client that looks for its master by trying names that a program makes up.
///
/// Formula: at least [#DOMAINS] distinct registered domains within an hour answered NXDOMAIN,
/// medium when their labels have a mean [NameShape#randomness] of at least [#RANDOM]; without that,
/// low from [#MANY_DOMAINS] on. Source: Antonakakis et al., "From throw-away traffic to bots",
/// USENIX Security 2012, for the idea; the name score is a heuristic of our own. Families that join
/// dictionary words are not seen by it.
///
/// Memory: [#CLIENTS] clients, for each up to 4,096 name hashes and the evidence.
public final class GeneratedNames implements Detector {
  static final int DOMAINS = 10;
  static final int MANY_DOMAINS = 50;
  static final double RANDOM = 2;
  private static final int CLIENTS = 16_384;
  private static final int COUNTED_NAMES = 4_096;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "generated-names",
          "Generated domain names",
          "1.0.0",
          "at least 10 distinct registered domains in an hour that do not exist, with mean"
              + " randomness of 2 or more (medium); or 50 whatever they look like (low)",
          "Antonakakis et al., USENIX Security 2012, for NXDOMAIN; the name score is own",
          new Technique(
              "T1568.002",
              "Dynamic Resolution: Domain Generation Algorithms",
              "Command and Control"),
          "a crawler or a mail server that meets dead names; a browser that tests for captive"
              + " portals; a broken search list",
          "look at the names; see whether one of them did resolve, and who was contacted then");

  private final TrackMap<Client> clients = new TrackMap<>(CLIENTS, Client::new, client -> {});

  private static final class Client {
    final DistinctSet domains = new DistinctSet(COUNTED_NAMES);
    final RecentTimes recent = new RecentTimes(DOMAINS);
    final RecentTimes many = new RecentTimes(MANY_DOMAINS);
    final Proof proof = new Proof();
    final Span span = new Span();
    String address = "";
    String example = "";
    double randomness;
    boolean often;
    boolean veryOften;

    Client(long a, long b, long c, long d, long e) {}

    double meanRandomness() {
      return randomness / Math.max(1, domains.size());
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(DnsExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof DnsExchange exchange && missing(exchange)) {
      QuestionName name = QuestionName.of(exchange.name());
      if (name.registered() && !name.lookup()) {
        missed(key, exchange, name);
      }
    }
  }

  private static boolean missing(DnsExchange exchange) {
    return exchange.protocol().equals("dns")
        && exchange.responseCode().isPresent()
        && exchange.responseCode().get().equals("NXDOMAIN");
  }

  private void missed(FlowKey key, DnsExchange exchange, QuestionName name) {
    long time = exchange.timestamp();
    Client client = clients.at(key.source().high(), key.source().low(), time);
    if (!client.domains.add(name.domainHash())) {
      return;
    }
    client.address = key.source().toString();
    double shape = NameShape.randomness(name.label());
    client.randomness += shape;
    client.example = client.example.isEmpty() || shape >= RANDOM ? name.domain() : client.example;
    client.often |= client.recent.add(time, Span.HOUR);
    client.veryOften |= client.many.add(time, Span.HOUR);
    if (client.often) {
      client.proof.grow();
    }
    client.proof.add(key, exchange.frameId());
    client.span.add(time);
  }

  private static Finding finding(Client client) {
    double shape = client.meanRandomness();
    int domains = client.domains.size();
    boolean random = shape >= RANDOM;
    return new Finding(
        INFO,
        client.address,
        Optional.empty(),
        "%s asked for %s domains that do not exist, such as %s"
            .formatted(client.address, client.domains.counted(), client.example),
        random ? Severity.MEDIUM : Severity.LOW,
        random ? Math.min(0.9, 0.6 + 0.05 * (shape - RANDOM) + 0.001 * domains) : 0.3,
        "how random the names look by letter pairs, and how many there are",
        client.span.first(),
        client.span.last(),
        domains,
        List.of(
            new Measure("domains that do not exist", domains, DOMAINS, "domains"),
            new Measure("mean randomness of names", shape, RANDOM, "")),
        client.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    clients.forEach(
        client -> {
          if (client.often && client.meanRandomness() >= RANDOM || client.veryOften) {
            findings.accept(finding(client));
          }
        });
  }
}
