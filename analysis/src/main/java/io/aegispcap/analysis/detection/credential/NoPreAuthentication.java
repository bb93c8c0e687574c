package io.aegispcap.analysis.detection.credential;

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
import io.aegispcap.capture.protocol.kerberos.KerberosExchange;
import java.util.Optional;
import java.util.function.Consumer;

/// Accounts whose login data a key distribution centre hands to anybody.
///
/// Formula: an AS request without proof of the client's key (PA-ENC-TIMESTAMP and its like) that is
/// answered by a ticket; medium when the client's part is encrypted by RC4, or from [#MANY] answers
/// on. Machine accounts are left out.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class NoPreAuthentication implements Detector {
  static final int MANY = 3;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "no-pre-authentication",
          "Login data without proof",
          "1.0.0",
          "a key distribution centre answers a request that proves nothing with data"
              + " encrypted by the password: low; medium when by RC4 or from 3 answers on",
          "ATT&CK T1558.004 (AS-REP Roasting); RFC 4120 5.2.7.2",
          new Technique(
              "T1558.004", "Steal or Forge Kerberos Tickets: AS-REP Roasting", "Credential Access"),
          "accounts of old systems for which pre-authentication was switched off",
          "require pre-authentication for these accounts and change their passwords");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, NoPreAuthentication::finding);

  enum Sign {
    WEAK,
    STRONG
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(KerberosExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof KerberosExchange exchange
        && exchange.request().equals("as")
        && !exchange.offered().isEmpty()
        && !exchange.preAuthenticated()
        && !exchange.replyEncryption().isEmpty()
        && !exchange.client().endsWith("$")) {
      Sign sign = exchange.replyEncryption().startsWith("rc4") ? Sign.WEAK : Sign.STRONG;
      Sightings.Pair<Sign> pair = pairs.at(key, fact);
      pair.kinds().putIfAbsent(sign, exchange.client());
    }
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    boolean grave = pair.saw(Sign.WEAK) || pair.count() >= MANY;
    return Optional.of(
        pair.finding(
            INFO,
            "%s got from %s what the passwords of accounts such as %s can be guessed by"
                .formatted(pair.client(), pair.server(), pair.kinds().values().iterator().next()),
            grave ? Severity.MEDIUM : Severity.LOW,
            grave ? 0.75 : 0.4,
            "the request carried no proof, and was answered",
            new Measure("answers", pair.count(), MANY, "answers")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
