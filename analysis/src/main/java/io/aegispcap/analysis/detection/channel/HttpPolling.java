package io.aegispcap.analysis.detection.channel;

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
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
/// `.asp` and their like), which people's programs reach by name, or with [#LOW_SIGNS] of [Sign];
/// medium with [#MEDIUM_SIGNS] of them over [#LONG_SERIES] requests; else for information. Source:
/// RITA version 5 for the measure; the rest is own.
///
/// Memory: [#PAIRS] pairs, of each [#SAMPLES] times and the evidence; [#CLIENTS] clients, of each
/// [#AGENTS] user agents.
public final class HttpPolling implements Detector {
  static final int REQUESTS = 10;
  static final int PATHS = 6;
  static final double REGULAR = 0.7;
  static final int LOW_SIGNS = 3;
  static final int MEDIUM_SIGNS = 4;
  static final int LONG_SERIES = 30;
  static final int PAIRS = 16_384;
  private static final int CLIENTS = 16_384;
  private static final int AGENTS = 64;
  static final int SAMPLES = 128;

  private static final double LEAST_GAP = 0.5;

  private static final Pattern PAGE = Pattern.compile("(?i)\\.(?:php|html?|aspx?|jspx?|cgi|do)$");
  private static final Pattern BARE =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?|\\[[0-9a-fA-F:]+](?::\\d+)?");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "http-polling",
          "Polling by HTTP",
          "1.1.0",
          "at least 10 HTTP requests of a client to a service, without Referer, to at most 6 paths, with"
              + " RITA's timing measure at 0.7 or more: low when the service goes by a bare address and the"
              + " paths are those of pages, or with 3 of: bare address, such paths, half of them sending"
              + " data, a user agent of this service alone or none; medium with all 4 over 30 requests;"
              + " else information",
          "RITA v5, github.com/activecm/rita, for the measure; the rest is own",
          new Technique(
              "T1071.001", "Application Layer Protocol: Web Protocols", "Command and Control"),
          "devices and programs that ask for news, such as cameras, printers and monitoring",
          "find the program that asks; look at what it was answered, and what it sent by POST");

  private final Watched<Pair> pairs =
      new Watched<>(PAIRS, (a, b, c, d, e) -> new Pair(), HttpPolling::judge);
  private final TrackMap<Agents> clients =
      new TrackMap<>(CLIENTS, (a, b, c, d, e) -> new Agents(), gone -> {});

  /// What speaks for a program that takes orders.
  enum Sign {
    BARE_ADDRESS,
    PAGES,
    SENDS,
    OWN_AGENT
  }

  /// With which services each user agent of a client speaks, as far as it matters.
  private static final class Agents {
    private final Map<Integer, DistinctSet> services = new HashMap<>();

    private void used(String agent, long service) {
      if (services.size() < AGENTS || services.containsKey(agent.hashCode())) {
        services.computeIfAbsent(agent.hashCode(), _ -> new DistinctSet(2)).add(service);
      }
    }

    /// Whether an agent is used for one service alone, by a client that uses others too.
    private boolean own(String agent) {
      DistinctSet known = services.get(agent.hashCode());
      return known != null && known.size() == 1 && services.size() > 1;
    }
  }

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
    private long sending;
    private String agent = "";
    private Agents agents = new Agents();

    private void add(FlowKey key, HttpExchange http, Agents known) {
      agents = known;
      agent = http.userAgent().orElse("");
      sending += http.requestBodyLength() > 0 ? 1 : 0;
      if (count++ == 0) {
        client = key.source().toString();
        server = Addresses.endpoint(key.destination(), key.destinationPort());
      }
      referred |= http.referrer().isPresent();
      bare = bare && BARE.matcher(http.host()).matches();
      String path = path(http.uri());
      pages = pages && PAGE.matcher(path).find();
      if (paths.size() <= PATHS) {
        paths.add(path);
      }
      if (kept < SAMPLES) {
        times[kept++] = http.timestamp();
      }
      proof.add(key, http.frameId());
      span.add(http.timestamp());
    }

    private Set<Sign> signs() {
      Set<Sign> signs = EnumSet.noneOf(Sign.class);
      if (bare) {
        signs.add(Sign.BARE_ADDRESS);
      }
      if (pages) {
        signs.add(Sign.PAGES);
      }
      if (2 * sending >= count) {
        signs.add(Sign.SENDS);
      }
      if (agent.isEmpty() || agents.own(agent)) {
        signs.add(Sign.OWN_AGENT);
      }
      return signs;
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
  public Interest interest() {
    return Interest.inFacts(HttpExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof HttpExchange http && !http.method().isEmpty()) {
      Agents agents = clients.at(key.source().high(), key.source().low(), fact.timestamp());
      agents.used(
          http.userAgent().orElse(""),
          Addresses.mixed(key.destination().high(), key.destination().low())
              + key.destinationPort());
      pairs
          .at(
              key.source().high(),
              key.source().low(),
              key.destination().high(),
              key.destination().low(),
              key.destinationPort(),
              fact.timestamp())
          .add(key, http, agents);
    }
  }

  private static Severity severity(Pair pair, Set<Sign> signs) {
    if (signs.size() >= MEDIUM_SIGNS && pair.count >= LONG_SERIES) {
      return Severity.MEDIUM;
    }
    boolean disguised = signs.contains(Sign.BARE_ADDRESS) && signs.contains(Sign.PAGES);
    return disguised || signs.size() >= LOW_SIGNS ? Severity.LOW : Severity.INFO;
  }

  private static Optional<Finding> judge(Pair pair) {
    if (pair.count < REQUESTS || pair.referred || pair.paths.size() > PATHS) {
      return Optional.empty();
    }
    double regular = pair.regularity();
    if (regular < REGULAR) {
      return Optional.empty();
    }
    Set<Sign> signs = pair.signs();
    Severity severity = severity(pair, signs);
    return Optional.of(
        new Finding(
            INFO,
            pair.client,
            Optional.of(pair.server),
            "%s asked %s for the same %s %d times, at regular times"
                .formatted(
                    pair.client,
                    pair.server,
                    pair.paths.size() == 1 ? "page" : pair.paths.size() + " pages",
                    pair.count),
            severity,
            severity == Severity.INFO ? 0.3 : 0.5,
            "the rhythm of the requests; much harmless software polls",
            pair.span.first(),
            pair.span.last(),
            pair.count,
            List.of(
                new Measure("requests", pair.count, REQUESTS, "requests"),
                new Measure("timing", regular, REGULAR, ""),
                new Measure("signs", signs.size(), LOW_SIGNS, "signs")),
            pair.proof.evidence()));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
