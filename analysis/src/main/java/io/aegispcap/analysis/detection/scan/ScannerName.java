package io.aegispcap.analysis.detection.scan;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A scanning or attack tool that gives its own name.
///
/// Formula: an HTTP request whose user agent holds one of the names that such tools send unless
/// told otherwise, or whose target is Nmap's own (`/nmaplowercheck`, `/NmapUpperCheck`). Source:
/// the tools' documentation and source.
///
/// Memory: [#PAIRS] pairs and the evidence.
public final class ScannerName implements Detector {
  private static final int PAIRS = 16_384;
  private static final int AGENTS = 1_024;

  private static final List<String> NAMES =
      List.of(
          "nmap scripting engine",
          "masscan",
          "zgrab",
          "sqlmap",
          "nikto",
          "gobuster",
          "feroxbuster",
          "dirbuster",
          "wfuzz",
          "fuzz faster u fool",
          "nuclei",
          "wpscan",
          "whatweb",
          "acunetix",
          "netsparker",
          "openvas",
          "nessus",
          "arachni",
          "w3af",
          "hydra",
          "havij",
          "skipfish",
          "jaeles",
          "zmeu",
          "morfeus");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "scanner-name",
          "Scanner names itself",
          "1.0.0",
          "an HTTP request whose user agent holds the name of one of "
              + NAMES.size()
              + " scanning tools, or Nmap's own request targets",
          "the tools' documentation; Nmap http-* scripts",
          ScanTechniques.ACTIVE_SCANNING,
          "your own vulnerability scanner; a person trying a tool",
          "ask who runs the source; see which of its requests succeeded");

  private final TrackMap<Pair> pairs = new TrackMap<>(PAIRS, Pair::new, pair -> {});

  /// What was found in the last user agents: few different ones are sent.
  private final Map<String, Optional<String>> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
          return size() > AGENTS;
        }
      };

  private static final class Pair {
    final Proof proof = new Proof();
    final Span span = new Span();
    String source = "";
    String target = "";
    String name = "";
    long requests;

    Pair(long a, long b, long c, long d, long e) {}
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
    if (fact instanceof HttpExchange http) {
      tool(http).ifPresent(name -> seen(key, http, name));
    }
  }

  private Optional<String> tool(HttpExchange http) {
    if (http.uri().regionMatches(true, 0, "/nmaplowercheck", 0, 15)
        || http.uri().regionMatches(true, 0, "/nmapuppercheck", 0, 15)) {
      return Optional.of("nmap");
    }
    return http.userAgent().flatMap(agent -> known.computeIfAbsent(agent, ScannerName::named));
  }

  private static Optional<String> named(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    return NAMES.stream().filter(lower::contains).findFirst();
  }

  private void seen(FlowKey key, HttpExchange http, String name) {
    Pair pair =
        pairs.at(
            key.source().high(),
            key.source().low(),
            key.destination().high(),
            key.destination().low(),
            0,
            http.timestamp());
    pair.source = key.source().toString();
    pair.target = key.destination().toString();
    pair.name = pair.name.isEmpty() ? name : pair.name;
    pair.requests++;
    pair.proof.grow();
    pair.proof.add(key, http.frameId());
    pair.span.add(http.timestamp());
  }

  private static Finding finding(Pair pair) {
    return new Finding(
        INFO,
        pair.source,
        Optional.of(pair.target),
        "%s sent %d requests to %s as the tool \"%s\""
            .formatted(pair.source, pair.requests, pair.target, pair.name),
        Severity.MEDIUM,
        0.9,
        "the tool named itself; anyone can send such a name",
        pair.span.first(),
        pair.span.last(),
        pair.requests,
        List.of(new Measure("requests with a scanner's name", pair.requests, 1, "requests")),
        pair.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.forEach(pair -> findings.accept(finding(pair)));
  }
}
