package io.aegispcap.analysis.detection.web;

import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What one client sent to one web server.
final class Attacked {
  /// Kinds of which one request suffices: nobody sends them to see how a page looks.
  private static final Set<AttackKind> ONE_IS_ENOUGH =
      EnumSet.of(
          AttackKind.JNDI_LOOKUP,
          AttackKind.CLASS_LOADER,
          AttackKind.SHELLSHOCK,
          AttackKind.EXTERNAL_ENTITY,
          AttackKind.DESERIALISATION,
          AttackKind.SCRIPT_UPLOAD,
          AttackKind.COMMAND_INJECTION,
          AttackKind.TEMPLATE_INJECTION);

  final Proof proof = new Proof();
  final Span span = new Span();
  private final Map<AttackKind, AttackHit> kinds = new EnumMap<>(AttackKind.class);
  String client = "";
  String server = "";

  /// Different files that no page links to, such as `.git/config` or `.env`.
  final DistinctSet secrets = new DistinctSet(64);

  long requests;
  long likely;
  long strong;
  int highest;
  boolean oneShot;
  Optional<SuccessSign> success = Optional.empty();

  void add(FlowKey key, HttpExchange http, List<AttackHit> hits) {
    int score = 0;
    boolean anyStrong = false;
    for (AttackHit hit : hits) {
      score += hit.weight();
      if (hit.kind() == AttackKind.PATH_TRAVERSAL && hit.weight() == 1) {
        secrets.add(hit.shown().hashCode());
      }
      anyStrong |= hit.weight() >= AttackPattern.STRONG;
      oneShot |= hit.weight() >= AttackPattern.STRONG && ONE_IS_ENOUGH.contains(hit.kind());
      kinds.merge(hit.kind(), hit, (a, b) -> b.weight() > a.weight() ? b : a);
    }
    requests++;
    highest = Math.max(highest, score);
    likely += score >= 2 ? 1 : 0;
    strong += anyStrong ? 1 : 0;
    if (anyStrong) {
      proof.grow();
    }
    proof.add(key, http.frameId());
    span.add(http.timestamp());
    Optional<SuccessSign> sign = score >= 2 ? SuccessSign.in(http, hits) : Optional.empty();
    if (sign.isPresent()) {
      success = success.or(() -> sign);
      proof.add(key, http.answerFrameId());
    }
  }

  /// The heaviest hit; of equals the first kind.
  Optional<AttackHit> worst() {
    AttackHit worst = null;
    for (AttackHit hit : kinds.values()) {
      worst = worst == null || hit.weight() > worst.weight() ? hit : worst;
    }
    return Optional.ofNullable(worst);
  }

  String sentence(AttackHit worst) {
    String words = kinds.keySet().stream().map(AttackKind::words).collect(Collectors.joining(", "));
    return "%s sent %s to %s that %s like %s (%s: %s)%s"
        .formatted(
            client,
            requests == 1 ? "a request" : requests + " requests",
            server,
            requests == 1 ? "looks" : "look",
            words,
            worst.where(),
            worst.shown(),
            success.map(sign -> ", and was answered with " + sign.words()).orElse(""));
  }
}
