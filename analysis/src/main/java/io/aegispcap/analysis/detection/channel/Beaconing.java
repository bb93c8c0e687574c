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
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import io.aegispcap.capture.protocol.http.HttpExchange;
import io.aegispcap.capture.protocol.quic.QuicInitial;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A host that calls one outside service again and again in an even rhythm.
///
/// Formula: RITA version 5, [BeaconScore], over at least [#CONNECTIONS] connections from an inside
/// host to a service outside, plus or minus 0.15 by how many of the hosts call it (2 % and less, 50
/// % and more, when there are [#JUDGED_HOSTS] or more). From [#SCORE] on for information, from
/// [#HIGH_SCORE] on low, and medium when few hosts call it for [#LONG] or more without a name that
/// is asked in a rhythm by design ([AddressNames]), or when there are [#SELF_SIGNED_CONNECTIONS] to
/// a server whose certificate is self-signed. RITA's tiers are higher: things of the Internet of
/// Things beacon by nature, and the score alone flagged them all. Time, name and address services
/// are left out.
///
/// Memory: [#PAIRS] host and service pairs; [#SAMPLES] times and sizes over all of them.
public final class Beaconing implements Detector {
  static final int CONNECTIONS = 10;
  static final double SCORE = 0.7;
  static final double HIGH_SCORE = 0.9;
  static final long LONG = 6 * Span.HOUR;
  static final int JUDGED_HOSTS = 10;

  /// From so many on, a server with a self-signed certificate makes a beacon medium.
  static final int SELF_SIGNED_CONNECTIONS = 30;

  private static final double PREVALENCE_STEP = 0.15;
  private static final double RARE = 0.02;
  private static final double COMMON = 0.5;
  private static final int PAIRS = 65_536;
  private static final int SAMPLES = 4_000_000;
  private static final int HOSTS = 65_536;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "beaconing",
          "Beaconing",
          "1.0.0",
          "0.25 x (timing + size + duration + histogram) by RITA v5 over at least 10 connections from"
              + " inside to one service outside, +-0.15 by prevalence; information from 0.7, low from"
              + " 0.9, medium from 0.9 over 6 h at rarely called services, or from 0.7 over 30"
              + " connections to a server whose certificate is self-signed",
          "RITA v5, github.com/activecm/rita",
          new Technique("T1071", "Application Layer Protocol", "Command and Control"),
          "updates, push services, monitoring; nearly every device of the Internet of Things",
          "find the program that calls; see how old the domain is and what is sent");

  private final HomeNetworks home;
  private final AddressNames names = new AddressNames();
  private final TrackMap<Connections> pairs = new TrackMap<>(PAIRS, Connections::new, this::forget);
  private final List<Connections> given = new ArrayList<>();
  private final DistinctSet hosts = new DistinctSet(HOSTS);
  private final DistinctSet selfSigned = new DistinctSet(HOSTS);
  private final Span capture = new Span();
  private long samples;

  public Beaconing(DetectionOptions options) {
    this.home = options.home();
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFlowsAnd(
        DnsExchange.class, HttpExchange.class, QuicInitial.class, TlsHandshake.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    names.fact(key, fact);
    if (fact instanceof TlsHandshake tls
        && !tls.certificates().isEmpty()
        && tls.certificates().getFirst().selfSigned()) {
      selfSigned.add(service(key.destination(), key.destinationPort()));
    }
  }

  @Override
  public void flow(Flow flow) {
    capture.add(flow.start());
    if (watched(flow)) {
      hosts.add(Addresses.mixed(flow.sourceHigh(), flow.sourceLow()));
      Connections pair =
          pairs.at(
              flow.sourceHigh(),
              flow.sourceLow(),
              flow.destinationHigh(),
              flow.destinationLow(),
              (long) flow.destinationPort() << 8 | flow.protocol(),
              flow.start());
      if (pair.add(flow, samples < SAMPLES)) {
        samples += pair.kept();
      }
    }
  }

  private boolean watched(Flow flow) {
    return (flow.protocol() == Packet.TCP || flow.protocol() == Packet.UDP)
        && !flow.inferred()
        && !byDesign(flow.destinationPort())
        && home.inside(flow.sourceHigh(), flow.sourceLow())
        && !home.inside(flow.destinationHigh(), flow.destinationLow())
        && Addresses.oneHost(flow.destinationHigh(), flow.destinationLow());
  }

  /// DNS, DHCP, NTP, SSDP, mDNS, LLMNR.
  private static boolean byDesign(int port) {
    return port == 53
        || port == 67
        || port == 123
        || port == 1900
        || port == 5353
        || port == 5355
        || port == 853;
  }

  /// Room is short: only what has enough connections to be judged is held on to, and not much of
  /// it.
  private void forget(Connections pair) {
    if (pair.count >= CONNECTIONS && given.size() < PAIRS / 16) {
      given.add(pair);
    }
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.forEach(given::add);
    Map<Long, Integer> callers = callers();
    for (Connections pair : given) {
      if (pair.count >= CONNECTIONS) {
        double share = callers.getOrDefault(service(pair), 0) / (double) Math.max(1, hosts.size());
        judge(pair, share, findings);
      }
    }
  }

  private Map<Long, Integer> callers() {
    Map<Long, Integer> callers = new HashMap<>();
    for (Connections pair : given) {
      callers.merge(service(pair), 1, Integer::sum);
    }
    return callers;
  }

  private static long service(Connections pair) {
    return service(pair.destination(), pair.port);
  }

  private static long service(IpAddress address, int port) {
    return Addresses.mixed(address.high(), address.low()) + port;
  }

  private void judge(Connections pair, double share, Consumer<Finding> findings) {
    BeaconScore score = pair.score(capture.first(), capture.last());
    double total = Math.clamp(score.total() + prevalence(share), 0, 1);
    Optional<String> name = names.of(pair.destination());
    if (total >= SCORE && !name.map(AddressNames::rhythmic).orElse(false)) {
      findings.accept(finding(pair, score, total, share, name));
    }
  }

  private double prevalence(double share) {
    if (hosts.size() < JUDGED_HOSTS) {
      return 0;
    }
    return share <= RARE ? PREVALENCE_STEP : share >= COMMON ? -PREVALENCE_STEP : 0;
  }

  private Severity severity(Connections pair, double total, double share) {
    if (selfSigned.contains(service(pair)) && pair.count >= SELF_SIGNED_CONNECTIONS) {
      return Severity.MEDIUM;
    }
    if (total < HIGH_SCORE) {
      return Severity.INFO;
    }
    boolean rare = hosts.size() >= JUDGED_HOSTS && share <= RARE;
    boolean lasting = pair.last() - pair.first() >= LONG;
    return rare && lasting ? Severity.MEDIUM : Severity.LOW;
  }

  private Finding finding(
      Connections pair, BeaconScore score, double total, double share, Optional<String> name) {
    String target =
        Addresses.endpoint(pair.destination(), pair.port)
            + name.map(text -> " (" + text + ")").orElse("");
    double gap = (pair.last() - pair.first()) / (double) Span.SECOND / (pair.count - 1);
    return new Finding(
        INFO,
        pair.source().toString(),
        Optional.of(target),
        "%s called %s %d times, every %.0f s on average"
            .formatted(pair.source(), target, pair.count, gap),
        severity(pair, total, share),
        total * (share >= COMMON ? 0.4 : 0.6),
        "the score, lowered since much harmless software beacons",
        pair.first(),
        pair.last(),
        pair.count,
        List.of(
            new Measure("beacon score", total, SCORE, ""),
            new Measure("timing", score.timing(), Double.NaN, ""),
            new Measure("size", score.size(), Double.NaN, ""),
            new Measure("duration", score.duration(), Double.NaN, ""),
            new Measure("histogram", score.histogram(), Double.NaN, ""),
            new Measure("share of hosts that call it", share, Double.NaN, "")),
        pair.evidence());
  }
}
