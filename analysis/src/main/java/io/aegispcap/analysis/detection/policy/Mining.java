package io.aegispcap.analysis.detection.policy;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import io.aegispcap.capture.protocol.stratum.StratumSession;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Somebody mines a currency for a pool.
///
/// Formula: a conversation in Stratum, or a call of a miner over HTTP (`getwork`,
/// `getblocktemplate`, `eth_getWork`); low, medium when jobs were given out or shares handed in.
/// Mining within TLS is not seen.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class Mining implements Detector {
  private static final Pattern CALL =
      Pattern.compile(
          "\"method\"\\s{0,4}:\\s{0,4}\"(?:getwork|getblocktemplate|eth_getWork|eth_submitWork)\"");
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "mining",
          "Mining for a pool",
          "1.0.0",
          "a conversation in Stratum, or a miner's call over HTTP (getwork, getblocktemplate, eth_getWork):"
              + " low, medium when the pool gave out jobs or the miner handed in shares",
          "the pools' documentation of Stratum, XMRig and EthereumStratum; Bitcoin's getwork",
          new Technique("T1496.001", "Compute Hijacking", "Impact"),
          "somebody mines on purpose, with machines and power of their own",
          "find the program on the client and how it came there; look for others that use the pool");

  private final Sightings<Sign> pairs = Sightings.ofServices(Sign.class, Mining::finding);

  enum Sign {
    LOGIN,
    WORK
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(StratumSession.class, HttpExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof StratumSession session) {
      Sign sign = session.jobs() + session.shares() > 0 ? Sign.WORK : Sign.LOGIN;
      pairs.at(key, fact).kinds().put(sign, session.agent());
    } else if (fact instanceof HttpExchange http
        && http.method().equals("POST")
        && CALL.matcher(http.content().requestHead()).find()) {
      pairs.at(key, fact).kinds().put(http.status() == 200 ? Sign.WORK : Sign.LOGIN, "");
    }
  }

  private static Finding finding(Sightings.Pair<Sign> pair) {
    boolean works = pair.saw(Sign.WORK);
    String agent = pair.kinds().values().iterator().next();
    return pair.finding(
        INFO,
        "%s %s the pool %s%s"
            .formatted(
                pair.client(),
                works ? "mines for" : "offered itself to",
                pair.server(),
                agent.isEmpty() ? "" : " with " + agent.replaceAll("[^ -~]", ".")),
        works ? Severity.MEDIUM : Severity.LOW,
        0.9,
        "the protocol has no other use",
        new Measure("conversations", pair.count(), 1, "conversations"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
