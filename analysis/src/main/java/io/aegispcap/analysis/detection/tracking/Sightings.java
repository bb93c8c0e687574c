package io.aegispcap.analysis.detection.tracking;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.Fact;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What kinds of things were seen between a client and a server, each kind with an example. At most
/// [#MOST] pairs are kept.
public final class Sightings<K extends Enum<K>> {
  public static final int MOST = 16_384;

  private static final int ANY_PORT = -1;

  /// One client and server.
  public static final class Pair<K extends Enum<K>> {
    private final Map<K, String> kinds;
    private final Proof proof = new Proof();
    private final Span span = new Span();
    private String client = "";
    private String server = "";
    private long count;

    private Pair(Class<K> type) {
      kinds = new EnumMap<>(type);
    }

    /// An example of each kind that was seen; to be added to.
    public Map<K, String> kinds() {
      return kinds;
    }

    public boolean saw(K kind) {
      return kinds.containsKey(kind);
    }

    /// The client's address.
    public String client() {
      return client;
    }

    /// The server's address, with its port where pairs are kept by port.
    public String server() {
      return server;
    }

    /// How often anything was seen.
    public long count() {
      return count;
    }

    /// Another packet shows it too.
    public void shown(FlowKey key, long frameId) {
      proof.add(key, frameId);
    }

    /// From first to last.
    public double seconds() {
      return span.seconds();
    }

    /// @param reason where the confidence comes from
    public Finding finding(
        DetectorInfo detector,
        String sentence,
        Severity severity,
        double confidence,
        String reason,
        Measure... measures) {
      return new Finding(
          detector,
          client,
          Optional.of(server),
          sentence,
          severity,
          confidence,
          reason,
          span.first(),
          span.last(),
          count,
          List.of(measures),
          proof.evidence());
    }
  }

  private final Watched<Pair<K>> pairs;
  private final boolean byPort;

  private Sightings(Class<K> type, boolean byPort, Function<Pair<K>, Optional<Finding>> finding) {
    this.byPort = byPort;
    this.pairs = new Watched<>(MOST, (a, b, c, d, e) -> new Pair<>(type), finding);
  }

  /// By the server's port.
  ///
  /// @param finding what there is to say of a pair
  public static <K extends Enum<K>> Sightings<K> ofServices(
      Class<K> type, Function<Pair<K>, Finding> finding) {
    return new Sightings<>(type, true, finding.andThen(Optional::of));
  }

  /// Whatever the port is.
  ///
  /// @param finding what there is to say of a pair, if anything
  public static <K extends Enum<K>> Sightings<K> ofHosts(
      Class<K> type, Function<Pair<K>, Optional<Finding>> finding) {
    return new Sightings<>(type, false, finding);
  }

  /// The pair that a fact is about, which was seen once more.
  public Pair<K> at(FlowKey key, Fact fact) {
    Pair<K> pair =
        pairs.at(
            key.source().high(),
            key.source().low(),
            key.destination().high(),
            key.destination().low(),
            byPort ? key.destinationPort() : ANY_PORT,
            fact.timestamp());
    pair.client = key.source().toString();
    pair.server =
        byPort
            ? Addresses.endpoint(key.destination(), key.destinationPort())
            : key.destination().toString();
    pair.count++;
    pair.proof.add(key, fact.frameId());
    pair.span.add(fact.timestamp());
    return pair;
  }

  /// Tells of all pairs.
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
