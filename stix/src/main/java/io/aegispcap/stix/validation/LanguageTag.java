package io.aegispcap.stix.validation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tags of languages, RFC 5646: their form, and as much of IANA's registry as Java has: languages
/// of two letters and regions. Languages of three letters, scripts and variants are taken as they
/// are.
final class LanguageTag {

  /// The RFC leaves room for longer languages; none was ever registered.
  private static final Pattern FORM =
      Pattern.compile(
          "(?<language>[a-zA-Z]{2,3})(?<extended>(?:-[a-zA-Z]{3}){1,3})?(?:-[a-zA-Z]{4})?"
              + "(?:-(?:(?<region>[a-zA-Z]{2})|\\d{3}))?"
              + "(?:-(?:[a-zA-Z0-9]{5,8}|\\d[a-zA-Z0-9]{3}))*"
              + "(?:-[0-9a-wy-zA-WY-Z](?:-[a-zA-Z0-9]{2,8})+)*(?:-x(?:-[a-zA-Z0-9]{1,8})+)?"
              + "|x(?:-[a-zA-Z0-9]{1,8})+");

  /// Languages that others are written behind, as in `zh-yue`.
  private static final Set<String> EXTENDED =
      Set.of("ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh");

  private static final Set<String> LANGUAGES =
      new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
  private static final Set<String> COUNTRIES =
      new HashSet<>(Arrays.asList(Locale.getISOCountries()));

  /// Registered, though no codes of countries, or left to private agreements.
  private static final Pattern OTHER_REGIONS =
      Pattern.compile(
          "AA|AC|AN|BU|CP|CQ|CS|DD|DG|EA|EU|EZ|FX|IC|NT|SU|TA|TP|UN|YD|YU|ZR|Q[M-Z]|X[A-Z]|ZZ");

  private LanguageTag() {}

  static boolean isOne(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    String language = parts.group("language");
    return language == null
        || isLanguage(language.toLowerCase(Locale.ROOT), parts.group("extended") != null)
            && (parts.group("region") == null
                || isRegion(parts.group("region").toUpperCase(Locale.ROOT)));
  }

  private static boolean isLanguage(String language, boolean extended) {
    return (language.length() != 2 || LANGUAGES.contains(language))
        && (!extended || EXTENDED.contains(language));
  }

  private static boolean isRegion(String region) {
    return COUNTRIES.contains(region) || OTHER_REGIONS.matcher(region).matches();
  }
}
