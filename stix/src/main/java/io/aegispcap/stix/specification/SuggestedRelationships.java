package io.aegispcap.stix.specification;

import io.aegispcap.stix.resource.ResourceLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which relationships the specification has in mind; others are allowed.
public final class SuggestedRelationships {

  private static final Set<String> BETWEEN_ANY =
      Set.of("derived-from", "duplicate-of", "related-to");

  private static final Map<String, Set<String>> TARGETS = read();

  private SuggestedRelationships() {}

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> targets = new HashMap<>();
    for (String line : ResourceLines.of(SuggestedRelationships.class, "relationships.txt")) {
      List<String> words = Arrays.asList(line.strip().split(" "));
      if (!line.isBlank() && !line.startsWith("#")) {
        targets
            .computeIfAbsent(words.get(0) + " " + words.get(1), key -> new HashSet<>())
            .addAll(words.subList(2, words.size()));
      }
    }
    return Map.copyOf(targets);
  }

  /// Whether it is one of them, or one of a type not known here.
  public static boolean has(String source, String relationship, String target) {
    Specification specification = Specification.STIX_2_1;
    if (BETWEEN_ANY.contains(relationship)
        || specification.object(source).isEmpty()
        || specification.object(target).isEmpty()) {
      return true;
    }
    Set<String> targets = TARGETS.getOrDefault(source + " " + relationship, Set.of());
    return targets.contains(target)
        || targets.contains("SCO")
            && specification.kind(target).filter(Kind.SCO::equals).isPresent();
  }
}
