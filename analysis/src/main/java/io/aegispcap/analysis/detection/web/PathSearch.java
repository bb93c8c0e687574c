package io.aegispcap.analysis.detection.web;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Somebody who asks a web server for one path after the other that is not there, as programs do
/// that try a list of names.
///
/// Formula: at least [#LOW] distinct paths of a server that it answered to a client with 404 or
/// 410, half of all distinct paths that it was asked for by that client, no pause longer than
/// [#PAUSE] between them, low; medium from [#MEDIUM]. Behind a proxy or a balancer, which speaks
/// for all its visitors, half is reached later. Servers that answer everything with a page or a
/// redirection hide it, and so does encryption.
///
/// Memory: [#CLIENTS] pairs of client and server with [#COUNTED] paths each and the evidence.
public final class PathSearch implements Detector {
  static final int LOW = 50;
  static final int MEDIUM = 300;

  /// Nanoseconds.
  static final long PAUSE = 5 * Span.MINUTE;

  private static final int CLIENTS = 2_048;
  private static final int COUNTED = 1_024;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "web-path-search",
          "Search for hidden web pages",
          "1.0.0",
          "at least 50 distinct paths that a server answered to a client with 404 or 410, half of those"
              + " it was asked for, without a pause of more than 5 min (low); medium from 300",
          "as CrowdSec's http-probing scenario, with a share of what is found beside the number",
          new Technique("T1595.003", "Wordlist Scanning", "Reconnaissance"),
          "a crawler that follows old links; a site whose files were not all put in place",
          "look at what was found (status 200) among what was asked for; block the client");

  private final Watched<Asker> askers =
      new Watched<>(CLIENTS, (a, b, c, d, e) -> new Asker(), Asker::worst);

  /// What a client asks of a server.
  private static final class Asker {
    private final DistinctSet asked = new DistinctSet(COUNTED);
    private final DistinctSet missing = new DistinctSet(COUNTED);
    private final Span span = new Span();
    private Proof proof = new Proof();
    private long requests;
    private String client = "";
    private String server = "";
    private Optional<Finding> worst = Optional.empty();

    void add(FlowKey key, HttpExchange http) {
      if (span.endedBefore(http.timestamp(), PAUSE)) {
        worst = worst();
        asked.clear();
        missing.clear();
        span.clear();
        proof = new Proof();
        requests = 0;
      }
      client = key.source().toString();
      server = Addresses.endpoint(key.destination(), key.destinationPort());
      requests++;
      span.add(http.timestamp());
      long path = path(http.uri()).hashCode();
      asked.add(path);
      if (http.status() == NOT_FOUND || http.status() == GONE) {
        missing.add(path);
        proof.add(key, http.frameId());
      }
    }

    private static String path(String uri) {
      int end = uri.indexOf('?');
      return end < 0 ? uri : uri.substring(0, end);
    }

    /// Of all that it did so far.
    Optional<Finding> worst() {
      if (missing.size() < LOW || missing.size() * 2 < asked.size()) {
        return worst;
      }
      boolean more = worst.isEmpty() || worst.get().measures().getFirst().value() < missing.size();
      return more ? Optional.of(finding()) : worst;
    }

    private Finding finding() {
      boolean many = missing.size() >= MEDIUM;
      double share = missing.size() / (double) asked.size();
      return new Finding(
          INFO,
          client,
          Optional.of(server),
          "%s asked %s for %,d paths%s, of which %,d are not there"
              .formatted(
                  client, server, asked.size(), asked.full() ? " and more" : "", missing.size()),
          many ? Severity.MEDIUM : Severity.LOW,
          many ? 0.8 : 0.5,
          "how many paths are missing, and how few are there",
          span.first(),
          span.last(),
          requests,
          List.of(
              new Measure("distinct paths not there", missing.size(), LOW, "paths"),
              new Measure("share of all paths asked for", share, 0.5, "")),
          proof.evidence());
    }
  }

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
    if (fact instanceof HttpExchange http && http.status() > 0 && !http.method().isEmpty()) {
      askers
          .at(
              key.source().high(),
              key.source().low(),
              key.destination().high(),
              key.destination().low(),
              key.destinationPort(),
              http.timestamp())
          .add(key, http);
    }
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    askers.finish(findings);
  }
}
