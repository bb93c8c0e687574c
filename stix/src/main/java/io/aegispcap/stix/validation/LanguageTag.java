package io.aegispcap.stix.validation;

import io.aegispcap.stix.registry.LanguageSubtag;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tags of languages, RFC 5646. A tag must be of its form, and its language of two letters and its
/// region registered, since those hardly ever change. All other subtags should be registered and
/// stand where the RFC lets them: each year brings new ones.
final class LanguageTag {

  /// The RFC leaves room for longer languages; none was ever registered. Repeated groups are
  /// possessive: others take a frame of the stack for each turn, and texts can be long.
  private static final Pattern FORM =
      Pattern.compile(
          "(?<language>[a-zA-Z]{2,3})(?<extended>(?:-[a-zA-Z]{3}){1,3})?(?:-(?<script>[a-zA-Z]{4}))?"
              + "(?:-(?:(?<region>[a-zA-Z]{2})|(?<area>\\d{3})))?"
              + "(?<variants>(?:-(?:[a-zA-Z0-9]{5,8}|\\d[a-zA-Z0-9]{3}))*+)"
              + "(?<extensions>(?:-[0-9a-wy-zA-WY-Z](?:-[a-zA-Z0-9]{2,8})++)*+)"
              + "(?:-x(?:-[a-zA-Z0-9]{1,8})++)?"
              + "|x(?:-[a-zA-Z0-9]{1,8})++");

  /// Languages that others are written behind, as in `zh-yue`.
  private static final Set<String> EXTENDED =
      Set.of("ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh");

  /// Registered extensions: transformed content (RFC 6497) and locales of Unicode (RFC 6067).
  private static final Set<String> EXTENSIONS = Set.of("t", "u");

  private static final int SHORTEST_LANGUAGE = 2;

  private LanguageTag() {}

  static boolean isOne(String text) {
    if (isShort(text)) {
      return true;
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return LanguageSubtag.GRANDFATHERED.isRegistered(text);
    }
    String language = parts.group("language");
    String region = parts.group("region");
    return language == null
        || isLanguage(language.toLowerCase(Locale.ROOT), parts.group("extended") != null)
            && (region == null || LanguageSubtag.REGION.isRegistered(region))
        || LanguageSubtag.GRANDFATHERED.isRegistered(text);
  }

  /// What is not registered in a tag that {@link #isOne} accepts, or stands where it may not: in
  /// words that follow the tag, as `has the script qaax, which is not registered`.
  static Optional<String> doubt(String text) {
    Matcher parts = FORM.matcher(text);
    if (isShort(text)
        || LanguageSubtag.GRANDFATHERED.isRegistered(text)
        || !parts.matches()
        || parts.group("language") == null) {
      return Optional.empty();
    }
    String language = parts.group("language");
    return unregistered("language", LanguageSubtag.LANGUAGE, language)
        .or(() -> extended(language, parts.group("extended")))
        .or(() -> unregistered("script", LanguageSubtag.SCRIPT, parts.group("script")))
        .or(() -> unregistered("region", LanguageSubtag.REGION, parts.group("area")))
        .or(() -> variants(subtags(parts.group("variants"))))
        .or(() -> extensions(subtags(parts.group("extensions"))));
  }

  /// The same language in two letters, for one in the three letters of ISO 639-2.
  static Optional<String> shorter(String text) {
    int end = text.indexOf('-');
    String language = (end < 0 ? text : text.substring(0, end)).toLowerCase(Locale.ROOT);
    return Arrays.stream(Locale.getISOLanguages())
        .filter(two -> Locale.of(two).getISO3Language().equals(language))
        .map(two -> end < 0 ? two : two + text.substring(end))
        .findFirst();
  }

  /// Most tags are languages alone.
  private static boolean isShort(String text) {
    return text.length() == SHORTEST_LANGUAGE && LanguageSubtag.LANGUAGE.isRegistered(text);
  }

  private static boolean isLanguage(String language, boolean extended) {
    return (language.length() != SHORTEST_LANGUAGE
            || LanguageSubtag.LANGUAGE.isRegistered(language))
        && (!extended || EXTENDED.contains(language));
  }

  private static Optional<String> unregistered(
      String what, LanguageSubtag kind, @Nullable String subtag) {
    return subtag == null || kind.isRegistered(subtag)
        ? Optional.empty()
        : Optional.of("has the " + what + " " + subtag + ", which is not registered");
  }

  private static Optional<String> extended(String language, @Nullable String extended) {
    return extended == null || LanguageSubtag.EXTLANG.isRegistered(language + extended)
        ? Optional.empty()
        : Optional.of(
            "has " + extended.substring(1) + ", which does not belong behind " + language);
  }

  private static Optional<String> variants(List<String> variants) {
    Set<String> seen = new HashSet<>();
    return variants.stream()
        .flatMap(
            variant ->
                (seen.add(variant)
                        ? unregistered("variant", LanguageSubtag.VARIANT, variant)
                        : Optional.of("has the variant " + variant + " twice"))
                    .stream())
        .findFirst();
  }

  private static Optional<String> extensions(List<String> subtags) {
    Set<String> seen = new HashSet<>();
    return subtags.stream()
        .filter(subtag -> subtag.length() == 1)
        .filter(singleton -> !EXTENSIONS.contains(singleton) || !seen.add(singleton))
        .map(
            singleton ->
                EXTENSIONS.contains(singleton)
                    ? "has the extension " + singleton + " twice"
                    : "has the extension " + singleton + ", which is not registered")
        .findFirst();
  }

  /// In lower case, from `-a-b`.
  private static List<String> subtags(String joined) {
    return Arrays.stream(joined.toLowerCase(Locale.ROOT).split("-"))
        .filter(subtag -> !subtag.isEmpty())
        .toList();
  }
}
