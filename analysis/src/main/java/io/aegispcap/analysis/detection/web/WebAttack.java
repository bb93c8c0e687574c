package io.aegispcap.analysis.detection.web;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Requests that carry an attack: in target, header fields, or the first 8 KiB of the body.
///
/// Formula: each part is made plain ([Undone]) and held against [InjectionPatterns] and
/// [FilePatterns], whose weights (1 hint, 2, 3 hardly anything else) add up to the request's score.
/// For information when there are only hints; low from a score of 2 on, or with [#MANY_SECRETS]
/// different hidden files; medium with [#MANY_STRONG] requests of a pattern of weight 3, one of a
/// kind that needs only one request (those of [Attacked]), or [#MANY] requests of score 2; high
/// when an answer shows that it worked ([SuccessSign]). Within long texts and JSON as a whole
/// weights are lower, since people write about anything.
///
/// Memory: [#PAIRS] pairs of client and service, and the evidence.
public final class WebAttack implements Detector {
  static final int MANY = 10;
  static final int MANY_STRONG = 3;

  /// Files that no page links to: who asks for so many different ones looks for secrets.
  static final int MANY_SECRETS = 5;

  private static final int PAIRS = 16_384;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "web-attack",
          "Web attack",
          "2.1.0",
          "target, header fields and body of a request, made plain, match expressions for injection"
              + " (SQL, script, command, template), traversal and file inclusion, JNDI lookup, class"
              + " loader, Shellshock, XXE, serialised objects, upload of scripts, internal addresses;"
              + " their weights (1 to 3) add up: information 1, low from 2 on or for 5"
              + " different hidden files (.git, .env and the like), medium from 3 requests with"
              + " weight 3, from 10 with score 2 or for one-shot exploits, high when the answer shows"
              + " success (command output, system file, database error)",
          "OWASP Core Rule Set groups 930 to 934, 941, 942, 944; the expressions are own",
          new Technique("T1190", "Exploit Public-Facing Application", "Initial Access"),
          "your own scanner; a page that carries code or queries in its parameters; an editor of"
              + " server scripts",
          "see how the server answered; look for what the client did elsewhere, and for what the"
              + " server asked of others afterwards");

  private final Watched<Attacked> pairs =
      new Watched<>(PAIRS, (a, b, c, d, e) -> new Attacked(), WebAttack::finding);

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(HttpExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof HttpExchange http && !http.method().isEmpty()) {
      List<AttackHit> hits = AttackHit.in(http);
      if (!hits.isEmpty()) {
        Attacked pair =
            pairs.at(
                key.source().high(),
                key.source().low(),
                key.destination().high(),
                key.destination().low(),
                key.destinationPort(),
                http.timestamp());
        pair.client = key.source().toString();
        pair.server = Addresses.endpoint(key.destination(), key.destinationPort());
        pair.add(key, http, hits);
      }
    }
  }

  private static Optional<Finding> finding(Attacked pair) {
    return pair.worst()
        .map(
            worst ->
                new Finding(
                    INFO,
                    pair.client,
                    Optional.of(pair.server),
                    pair.sentence(worst),
                    severity(pair),
                    confidence(pair),
                    pair.success.isPresent()
                        ? "the answer holds what such a request wants"
                        : "what the requests look like; no answer shows that they worked",
                    pair.span.first(),
                    pair.span.last(),
                    pair.requests,
                    List.of(
                        new Measure("requests", pair.requests, MANY, "requests"),
                        new Measure("strong requests", pair.strong, MANY_STRONG, "requests"),
                        new Measure("highest score", pair.highest, 2, "")),
                    pair.proof.evidence()));
  }

  private static Severity severity(Attacked pair) {
    if (pair.success.isPresent()) {
      return Severity.HIGH;
    }
    if (pair.strong >= MANY_STRONG || pair.oneShot || pair.likely >= MANY) {
      return Severity.MEDIUM;
    }
    return pair.likely > 0 || pair.secrets.size() >= MANY_SECRETS ? Severity.LOW : Severity.INFO;
  }

  private static double confidence(Attacked pair) {
    return switch (severity(pair)) {
      case HIGH, CRITICAL -> 0.95;
      case MEDIUM -> 0.8;
      case LOW -> 0.6;
      case INFO -> 0.3;
    };
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
