package io.aegispcap.analysis.detection.name;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Data carried in the names and records of one domain.
///
/// Formula: of the names that one client asks below one registered domain, on any port, one of
/// [TunnelRule] holds. Multicast and reverse names, service discovery, block lists and reputation
/// services that work by such names are left out.
///
/// Memory: [#DOMAINS] client and domain pairs, for each up to 4,096 name hashes and the evidence;
/// [#CALLED] addresses that somebody called, and as many that called.
public final class DnsTunnel implements Detector {
  private static final int DOMAINS = 16_384;
  private static final int DNS_PORT = 53;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "dns-tunnel",
          "DNS tunnel",
          "1.2.0",
          TunnelRule.formula(),
          "Farnham, Detecting DNS Tunneling, SANS 2013; Paxson et al., USENIX Security 2013;"
              + " thresholds as stated in the project's own measurements",
          new Technique("T1071.004", "Application Layer Protocol: DNS", "Command and Control"),
          "security products and content networks that look up hashes by name; mail servers; a"
              + " tunnel that you run yourself",
          "ask which program on the client asks; see who registered the domain; block the domain");

  private static final int CALLED = 65_536;

  private final Watched<Domain> domains =
      new Watched<>(DOMAINS, (a, b, c, d, e) -> new Domain(Addresses.mixed(a, b)), this::judge);
  private final DistinctSet called = new DistinctSet(CALLED);
  private final DistinctSet callers = new DistinctSet(CALLED);

  /// A client and a domain; the signs are made with the first question.
  private static final class Domain {
    final long client;
    @Nullable TunnelSigns signs;

    Domain(long client) {
      this.client = client;
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFlowsAnd(DnsExchange.class);
  }

  @Override
  public void flow(Flow flow) {
    if (flow.destinationPort() != DNS_PORT) {
      called.add(Addresses.mixed(flow.destinationHigh(), flow.destinationLow()));
      if (Addresses.oneHost(flow.destinationHigh(), flow.destinationLow())) {
        callers.add(Addresses.mixed(flow.sourceHigh(), flow.sourceLow()));
      }
    }
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof DnsExchange exchange && exchange.protocol().equals("dns")) {
      QuestionName name = QuestionName.of(exchange.name());
      if (name.hasMore() && !name.lookup()) {
        asked(key, exchange, name);
      }
    }
  }

  private void asked(FlowKey key, DnsExchange exchange, QuestionName name) {
    TunnelSigns signs = signs(key, exchange, name);
    signs.asked(exchange, name);
    if (signs.names() == TunnelRule.FEWEST) {
      signs.proof.grow();
    }
    signs.proof.add(key, exchange.frameId());
    if (exchange.answerFrameId() != 0) {
      signs.proof.add(key, exchange.answerFrameId());
    }
    signs.span.add(exchange.timestamp());
  }

  private TunnelSigns signs(FlowKey key, DnsExchange exchange, QuestionName name) {
    long high = key.source().high();
    long low = key.source().low();
    Domain domain = domains.at(high, low, name.domainHash(), 0, 0, exchange.timestamp());
    TunnelSigns signs = domain.signs;
    if (signs == null) {
      signs = new TunnelSigns(key.source().toString(), name.domain(), key.destinationPort());
      domain.signs = signs;
    }
    return signs;
  }

  private Optional<Finding> judge(Domain domain) {
    TunnelSigns known = domain.signs;
    if (known != null) {
      known.calls = callers.contains(domain.client);
    }
    return Optional.ofNullable(known)
        .flatMap(signs -> TunnelRule.of(signs, called).map(rule -> finding(signs, rule)));
  }

  private static Finding finding(TunnelSigns signs, TunnelRule rule) {
    return new Finding(
        INFO,
        signs.client,
        Optional.of(signs.domain),
        "%s asked for %s below %s%s: %s"
            .formatted(
                signs.client,
                signs.namesInWords(),
                signs.domain,
                signs.port == DNS_PORT ? "" : " on port " + signs.port,
                rule.words()),
        rule.severity(),
        rule.confidence(signs),
        "which rule holds, and by how much",
        signs.span.first(),
        signs.span.last(),
        signs.queries,
        measures(signs),
        signs.proof.evidence());
  }

  private static List<Measure> measures(TunnelSigns signs) {
    return List.of(
        new Measure("distinct names", signs.names(), TunnelRule.MANY_LONG, "names"),
        new Measure(
            "mean longest label", signs.meanLongestLabel(), TunnelSigns.LONG_LABEL, "characters"),
        new Measure("names that carry data", signs.dataNames, TunnelRule.FEWEST, "names"),
        new Measure("share of data types", signs.payloadShare(), TunnelRule.MOST, ""),
        new Measure("questions of NULL and private types", signs.rareTypes, TunnelRule.RARE, ""),
        new Measure("mean randomness of names", signs.meanRandomness(), Double.NaN, ""),
        new Measure("characters carried", signs.characters, Double.NaN, "characters"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    domains.finish(findings);
  }
}
