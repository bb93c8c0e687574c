package io.aegispcap.analysis.detection.web;

import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One expression that a part of a request matches.
///
/// @param text what matches, at most 200 characters
record AttackHit(AttackKind kind, int weight, String where, String text) {
  private static final List<AttackPattern> PATTERNS =
      Stream.concat(InjectionPatterns.ALL.stream(), FilePatterns.ALL.stream()).toList();
  private static final WordIndex WORDS =
      new WordIndex(PATTERNS.stream().map(AttackPattern::any).toList());

  /// All hits of a request; for each kind and place the heaviest.
  static List<AttackHit> in(HttpExchange http) {
    List<AttackHit> hits = new ArrayList<>(0);
    for (RequestPart part : RequestPart.of(http)) {
      collect(part, hits);
    }
    if (http.method().equals("PUT") && scriptTarget(http.uri()) && http.status() / 100 == 2) {
      hits.add(new AttackHit(AttackKind.SCRIPT_UPLOAD, 3, "method", "put " + http.uri()));
    }
    return hits;
  }

  private static void collect(RequestPart part, List<AttackHit> hits) {
    long tried = WORDS.in(part.text());
    while (tried != 0) {
      AttackPattern pattern = PATTERNS.get(Long.numberOfTrailingZeros(tried));
      tried &= tried - 1;
      int weight = part.prose() ? pattern.prose() : pattern.weight();
      String text = weight > 0 ? pattern.in(part.text()) : "";
      if (!text.isEmpty()) {
        hits.add(new AttackHit(pattern.kind(), weight, part.where(), text));
      }
    }
  }

  /// Whether a server would run what is stored there.
  static boolean scriptTarget(String uri) {
    return ScriptPath.of(uri).isPresent();
  }

  /// The match with what can't be printed as dots, at most 120 characters.
  String shown() {
    String shown = text.strip();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < Math.min(120, shown.length()); i++) {
      char c = shown.charAt(i);
      plain.append(c < ' ' || c > '~' ? '.' : c);
    }
    return plain.toString();
  }
}
