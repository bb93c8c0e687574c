package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A program that asks a server for the same few pages again and again, as agents ask for orders:
/// also inside one connection, where beacons are not seen.
///
/// Formula: at least [#REQUESTS] HTTP requests of one client to one service, all without a Referer,
/// to at most [#PATHS] distinct paths, at regular times: RITA's measure of timing
/// ([BeaconScore#regularity]) over the gaps of half a second and more is at least [#REGULAR]. Low
/// when the service goes by a bare address and the paths are those of pages (`.php`, `.html`,
/// `.asp` and their like), which people's programs reach by name; else for information. Source:
/// RITA version 5 for the measure; the rest is own.
///
/// Memory: [#PAIRS] pairs, of each [#SAMPLES] times and the evidence.
public final class HttpPolling implements Detector {
  static final int REQUESTS = 10;
  static final int PATHS = 6;
  static final double REGULAR = 0.7;
  static final int PAIRS = 16_384;
  static final int SAMPLES = 128;

  private static final double LEAST_GAP = 0.5;

  private static final Pattern PAGE = Pattern.compile("(?i)\\.(?:php|html?|aspx?|jspx?|cgi|do)$");
  private static final Pattern BARE =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?|\\[[0-9a-fA-F:]+](?::\\d+)?");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "http-polling",
          "Polling by HTTP",
          "1.0.0",
          "at least 10 HTTP requests of a client to a service, without Referer, to at most 6 paths, with"
              + " RITA's timing measure at 0.7 or more: low when the service goes by a bare address and the"
              + " paths are those of pages, else information",
          "RITA v5, github.com/activecm/rita, for the measure; the rest is own",
          new Technique(
              "T1071.001", "Application Layer Protocol: Web Protocols", "Command and Control"),
          "devices and programs that ask for news, such as cameras, printers and monitoring",
          "find the program that asks; look at what it was answered, and what it sent by POST");

  private final Watched<Pair> pairs =
      new Watched<>(PAIRS, (a, b, c, d, e) -> new Pair(), HttpPolling::judge);

  private static final class Pair {
    private final Set<String> paths = new HashSet<>();
    private final long[] times = new long[SAMPLES];
    private final Proof proof = new Proof();
    private final Span span = new Span();
    private String client = "";
    private String server = "";
    private boolean bare = true;
    private boolean pages = true;
    private boolean referred;
    private int kept;
    private long count;

    private void add(FlowKey key, HttpExchange http) {
      client = key.source().toString();
      server = Addresses.endpoint(key.destination(), key.destinationPort());
      count++;
      referred |= http.referrer().isPresent();
      bare &= BARE.matcher(http.host()).matches();
      String path = path(http.uri());
      pages &= PAGE.matcher(path).find();
      if (paths.size() <= PATHS) {
        paths.add(path);
      }
      if (kept < SAMPLES) {
        times[kept++] = http.timestamp();
      }
      proof.add(key, http.frameId());
      span.add(http.timestamp());
    }

    private static String path(String uri) {
      int query = uri.indexOf('?');
      return query < 0 ? uri : uri.substring(0, query);
    }

    /// Requests that follow at once belong to one poll.
    private double regularity() {
      long[] sorted = Arrays.copyOf(times, kept);
      Arrays.sort(sorted);
      double[] gaps = new double[kept];
      int n = 0;
      for (int i = 1; i < kept; i++) {
        double gap = (sorted[i] - sorted[i - 1]) / (double) Span.SECOND;
        if (gap >= LEAST_GAP) {
          gaps[n++] = gap;
        }
      }
      return n < REQUESTS / 2 ? 0 : BeaconScore.regularity(Arrays.copyOf(gaps, n));
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public void flow(Flow flow) {}

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof HttpExchange http && !http.method().isEmpty()) {
      pairs
          .at(
              key.source().high(),
              key.source().low(),
              key.destination().high(),
              key.destination().low(),
              key.destinationPort(),
              fact.timestamp())
          .add(key, http);
    }
  }

  private static Optional<Finding> judge(Pair pair) {
    if (pair.count < REQUESTS || pair.referred || pair.paths.size() > PATHS) {
      return Optional.empty();
    }
    double regular = pair.regularity();
    if (regular < REGULAR) {
      return Optional.empty();
    }
    boolean disguised = pair.bare && pair.pages;
    return Optional.of(
        new Finding(
            INFO,
            pair.client,
            Optional.of(pair.server),
            "%s asked %s for the same %d pages %d times, at regular times"
                .formatted(pair.client, pair.server, pair.paths.size(), pair.count),
            disguised ? Severity.LOW : Severity.INFO,
            disguised ? 0.5 : 0.3,
            "the rhythm of the requests; much harmless software polls",
            pair.span.first(),
            pair.span.last(),
            pair.count,
            List.of(
                new Measure("requests", pair.count, REQUESTS, "requests"),
                new Measure("timing", regular, REGULAR, "")),
            pair.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
