package io.aegispcap.analysis.detection.content;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Requests whose target holds an attack that every scanner tries.
///
/// Formula: the percent-decoded target or user agent of an HTTP request matches one of
/// [WebAttackPattern]; low severity, medium from [#MANY] requests on. Bodies are not looked at, so
/// that attacks in forms are not seen. Source: the rule groups of the OWASP Core Rule Set, in a few
/// expressions of our own.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class WebAttack implements Detector {
  static final int MANY = 10;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "web-attack",
          "Web attack",
          "1.0.0",
          "a request whose decoded target or user agent matches an expression for SQL injection,"
              + " script injection, path traversal, command injection or JNDI lookup; medium from 10"
              + " requests on",
          "OWASP Core Rule Set groups 930, 932, 941, 942, 944; the expressions are own",
          new Technique("T1190", "Exploit Public-Facing Application", "Initial Access"),
          "your own scanner; a page that carries code or queries in its parameters",
          "see how the server answered; look for what the client did elsewhere");

  private final Sightings<WebAttackPattern> pairs =
      Sightings.ofServices(WebAttackPattern.class, WebAttack::finding);

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public void flow(Flow flow) {}

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof HttpExchange http) {
      WebAttackPattern.in(http)
          .ifPresent(pattern -> pairs.at(key, fact).kinds().put(pattern, http.uri()));
    }
  }

  private static Finding finding(Sightings.Pair<WebAttackPattern> pair) {
    String kinds =
        pair.kinds().keySet().stream()
            .map(WebAttackPattern::words)
            .collect(Collectors.joining(", "));
    return pair.finding(
        INFO,
        "%s sent %d requests to %s that look like %s"
            .formatted(pair.client(), pair.count(), pair.server(), kinds),
        pair.count() >= MANY ? Severity.MEDIUM : Severity.LOW,
        Math.min(0.85, 0.5 + 0.03 * pair.count()),
        "what the requests look like; whether they worked is not known",
        new Measure("requests", pair.count(), MANY, "requests"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
