package io.aegispcap.stix.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The kinds of subtags of languages, RFC 5646, and tags that were registered before it.
public enum LanguageSubtag {
  LANGUAGE,
  /// Languages behind the one that they are written behind: `zh-yue`.
  EXTLANG,
  SCRIPT,
  REGION,
  VARIANT,
  /// Whole tags as `i-klingon`.
  GRANDFATHERED;

  /// Whether it is registered. Capitals make no difference.
  public boolean isRegistered(String subtag) {
    return Registered.SUBTAGS
        .getOrDefault(this, Set.of())
        .contains(subtag.toLowerCase(Locale.ROOT));
  }

  private static final class Registered {

    static final Map<LanguageSubtag, Set<String>> SUBTAGS = read();

    private static Map<LanguageSubtag, Set<String>> read() {
      Map<String, List<String>> kinds = RegistryReader.read("language-subtags.txt");
      return Arrays.stream(LanguageSubtag.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(),
                  kind ->
                      Set.copyOf(
                          kinds.getOrDefault(kind.name().toLowerCase(Locale.ROOT), List.of()))));
    }
  }
}
