package io.aegispcap.analysis.detection.content;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.Fact;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What kinds of things were seen between a client and a server's port, each with an example. At
/// most [#MOST] pairs are kept.
final class Sightings<K extends Enum<K>> {
  static final int MOST = 16_384;

  /// One client and server.
  static final class Pair<K extends Enum<K>> {
    final Map<K, String> kinds;
    final Proof proof = new Proof();
    final Span span = new Span();
    String client = "";
    String server = "";
    long count;

    private Pair(Class<K> type) {
      kinds = new EnumMap<>(type);
    }
  }

  private final Watched<Pair<K>> pairs;

  /// @param finding what there is to say of a pair
  Sightings(Class<K> type, Function<Pair<K>, Finding> finding) {
    pairs = new Watched<>(MOST, (a, b, c, d, e) -> new Pair<>(type), finding.andThen(Optional::of));
  }

  Pair<K> at(FlowKey key, Fact fact) {
    Pair<K> pair =
        pairs.at(
            key.source().high(),
            key.source().low(),
            key.destination().high(),
            key.destination().low(),
            key.destinationPort(),
            fact.timestamp());
    pair.client = key.source().toString();
    pair.server = Addresses.endpoint(key.destination(), key.destinationPort());
    pair.count++;
    pair.proof.add(key, fact.frameId());
    pair.span.add(fact.timestamp());
    return pair;
  }

  /// Tells of all pairs.
  void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
