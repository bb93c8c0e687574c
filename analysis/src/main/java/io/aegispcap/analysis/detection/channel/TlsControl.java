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
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A program that is controlled over TLS by a server outside.
///
/// Formula: the sum of the weights of [ControlSign]s of one client and one TLS service outside, in
/// which at least one is about the certificate: low from [#LOW] on, medium from [#MEDIUM] on when
/// the certificate is self-signed and connections came at regular times ([BeaconScore#regularity]
/// of [#REGULAR] over at least [#CONNECTIONS]). A hello is rare only among [#HELLOS] different
/// ones. Source: the signs are published ones (RITA for timing, FoxIO for JA4, the CA/Browser
/// Forum's Baseline Requirements for certificates); the weights are own. With TLS 1.3 certificates
/// are hidden, and nothing is found.
///
/// Memory: [#PAIRS] pairs with their times and evidence, [LookedUp#MOST] names and addresses,
/// [#HELLO_KINDS] hellos.
public final class TlsControl implements Detector {
  static final int LOW = 5;
  static final int MEDIUM = 7;
  static final int CONNECTIONS = 5;
  static final double REGULAR = 0.8;
  static final int HELLOS = 4;
  private static final int PAIRS = 16_384;
  private static final int HELLO_KINDS = 8_192;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "tls-control",
          "Controlled over TLS",
          "1.0.0",
          "signs of one client and TLS service outside: self-signed (2), regular times (2), certificate"
              + " without alternative names, validity over ten years or not then, no name asked, address"
              + " or name never looked up, hello of this pair alone, odd port, little said evenly (1"
              + " each): low from 5 with one about"
              + " the certificate, medium from 7 when self-signed and regular",
          "RITA v5 for timing; FoxIO JA4; CA/Browser Forum Baseline Requirements; the weights are own",
          new Technique(
              "T1573.002", "Encrypted Channel: Asymmetric Cryptography", "Command and Control"),
          "devices and programs with servers and certificates of their maker's own",
          "find the program that calls; see who runs the server and who else calls it");

  private final HomeNetworks home;
  private final LookedUp lookedUp = new LookedUp();
  private final TrackMap<TlsPair> pairs = new TrackMap<>(PAIRS, TlsPair::new, this::giveUp);
  private final TrackMap<DistinctSet> hellos =
      new TrackMap<>(HELLO_KINDS, (a, b, c, d, e) -> new DistinctSet(2), gone -> {});
  private final List<TlsPair> given = new ArrayList<>();

  public TlsControl(DetectionOptions options) {
    this.home = options.home();
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFlowsAnd(DnsExchange.class, TlsHandshake.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof DnsExchange dns) {
      lookedUp.asked(key, dns);
    } else if (fact instanceof TlsHandshake tls) {
      shaken(key, tls);
    }
  }

  private void shaken(FlowKey key, TlsHandshake tls) {
    if (!tls.ja4().isEmpty()) {
      hellos
          .at(tls.ja4().hashCode(), 0, tls.timestamp())
          .add(
              Addresses.mixed(key.source().high(), key.source().low())
                  ^ Long.rotateLeft(
                      Addresses.mixed(key.destination().high(), key.destination().low()), 17));
    }
    if (home.inside(key.source())
        && !home.inside(key.destination())
        && Addresses.oneHost(key.destination().high(), key.destination().low())) {
      pairs
          .at(
              key.source().high(),
              key.source().low(),
              key.destination().high(),
              key.destination().low(),
              key.destinationPort(),
              tls.timestamp())
          .shaken(key, tls);
    }
  }

  @Override
  public void flow(Flow flow) {
    if (flow.protocol() == Packet.TCP
        && pairs.has(
            flow.sourceHigh(),
            flow.sourceLow(),
            flow.destinationHigh(),
            flow.destinationLow(),
            flow.destinationPort())) {
      pairs
          .at(
              flow.sourceHigh(),
              flow.sourceLow(),
              flow.destinationHigh(),
              flow.destinationLow(),
              flow.destinationPort(),
              flow.end())
          .carried(flow);
    }
  }

  /// Room is short: only pairs with something odd about their certificate are held on to.
  private void giveUp(TlsPair pair) {
    if (pair.oddCertificate() && given.size() < PAIRS / 16) {
      given.add(pair);
    }
  }

  private Set<ControlSign> signs(TlsPair pair) {
    Set<ControlSign> signs = EnumSet.noneOf(ControlSign.class);
    signs.addAll(pair.ownSigns());
    if (pair.regularity() >= REGULAR) {
      signs.add(ControlSign.REGULAR);
    }
    if (lookedUp.asks(pair.client) && !lookedUp.address(pair.server)) {
      signs.add(ControlSign.NOT_LOOKED_UP);
    }
    if (lookedUp.asks(pair.client)
        && pair.serverName().isPresent()
        && !lookedUp.name(pair.serverName().get())) {
      signs.add(ControlSign.FALSE_NAME);
    }
    if (hellos.size() >= HELLOS && alone(pair)) {
      signs.add(ControlSign.RARE_HELLO);
    }
    return signs;
  }

  private boolean alone(TlsPair pair) {
    int hello = pair.hello();
    return hello != 0
        && hellos.has(hello, 0, 0, 0, 0)
        && hellos.at(hello, 0, Long.MIN_VALUE).size() == 1;
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.forEach(given::add);
    Map<String, Integer> callers = new TreeMap<>();
    given.forEach(pair -> callers.merge(pair.endpoint(), 1, Integer::sum));
    for (TlsPair pair : given) {
      judge(pair, callers.getOrDefault(pair.endpoint(), 1)).ifPresent(findings);
    }
  }

  private Optional<Finding> judge(TlsPair pair, int callers) {
    Set<ControlSign> signs = signs(pair);
    int sum = signs.stream().mapToInt(sign -> sign.weight).sum();
    if (sum < LOW || !pair.oddCertificate()) {
      return Optional.empty();
    }
    boolean grave = sum >= MEDIUM && pair.selfSigned() && signs.contains(ControlSign.REGULAR);
    String named = signs.stream().map(sign -> sign.words).collect(Collectors.joining(", "));
    return Optional.of(
        new Finding(
            INFO,
            pair.client.toString(),
            Optional.of(pair.endpoint()),
            "%s called %s %s: %s"
                .formatted(
                    pair.client,
                    pair.endpoint(),
                    pair.connections() == 1 ? "once" : pair.connections() + " times",
                    named),
            grave ? Severity.MEDIUM : Severity.LOW,
            grave ? 0.6 : 0.4,
            "how many signs there are; makers of devices have servers like that too",
            pair.span.first(),
            pair.span.last(),
            pair.connections(),
            List.of(
                new Measure("sum of signs", sum, LOW, ""),
                new Measure("timing", pair.regularity(), REGULAR, ""),
                new Measure("hosts that call it", callers, Double.NaN, "hosts")),
            pair.proof.evidence()));
  }
}
