package io.aegispcap.stix.validation;

import io.aegispcap.stix.pattern.CidrBlock;
import io.aegispcap.stix.specification.Specification;
import io.aegispcap.stix.specification.TextForm;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Checks strings that must be of a form.
final class TextForms {

  private static final Set<String> CHARSETS =
      Specification.STIX_2_1.vocabulary("character-sets").orElseThrow().values().stream()
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  /// What one attribute of a CPE says (NISTIR 7695, 6.2): any, none, or a text whose special
  /// characters are quoted, with wildcards at its ends. Dots, hyphens and underscores may be
  /// quoted.
  private static final String CPE_ATTRIBUTE =
      ":(?:[*-]|(?:\\?*|\\*)(?:[a-zA-Z0-9._-]|\\\\[\\x21-\\x2f:-@\\[-`{-~])++(?:\\?*|\\*))";

  private static final Pattern CPE =
      Pattern.compile(
          "cpe:2\\.3:[aho*-](?:"
              + CPE_ATTRIBUTE
              + "){5}:(?:[*-]|[a-zA-Z]{2,3}(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?)(?:"
              + CPE_ATTRIBUTE
              + "){4}");
  private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(?::[0-9a-f]{2}){5}");
  // Repeated groups are possessive: others take a frame of the stack for each turn, and texts can
  // be long.
  private static final String DOT_ATOM =
      "[^\\s\\x00-\\x20\"(),:;<>@\\[\\\\\\].]+(?:\\.[^\\s\\x00-\\x20\"(),:;<>@\\[\\\\\\].]+)*+";
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:"
              + DOT_ATOM
              + "|\"(?:[^\"\\\\\\r\\n]|\\\\.)*+\")@(?:"
              + DOT_ATOM
              + "|\\[[^\\[\\]\\\\]*\\])");
  private static final Pattern LABEL =
      Pattern.compile(
          "[a-zA-Z0-9_\\x{80}-\\x{10ffff}](?:[a-zA-Z0-9_\\x{80}-\\x{10ffff}-]{0,61}[a-zA-Z0-9_\\x{80}-\\x{10ffff}])?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@\\[\\]]*+@)?[^@:\\[\\]]*+(?::\\d*+)?");
  private static final int LONGEST_DOMAIN = 253;
  private static final int FIRST_NOT_ASCII = 128;
  private static final Pattern SEMVER =
      Pattern.compile(
          "(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)"
              + "(?:-(?:\\d*[a-zA-Z-][0-9a-zA-Z-]*|0|[1-9]\\d*)(?:\\.(?:\\d*[a-zA-Z-][0-9a-zA-Z-]*|0|[1-9]\\d*))*+)?"
              + "(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*+)?");
  private static final Pattern SHORT_HIVE =
      Pattern.compile(
          "(?:HKLM|HKCU|HKCR|HKU|HKCC|HKPD)(?:\\\\.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TERM = Pattern.compile("[^\\p{Lu} _]+");
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9-]+");

  private TextForms() {}

  static void check(TextForm form, String text, Place place, Findings findings) {
    switch (form) {
      case ANY -> {
        // Any text will do.
      }
      case LANG -> language(text, place, findings);
      case URL ->
          must(
              isUrl(text),
              "2.5/url",
              "a URL of RFC 3986",
              "https://example.com/a",
              place,
              findings,
              text);
      case MIME -> RegisteredNames.mediaType(text, place, findings);
      case PROTOCOL -> RegisteredNames.protocol(text, place, findings);
      case CHARSET, CPE, IPV4, IPV6 -> checkProduct(form, text, place, findings);
      case MAC, EMAIL, DOMAIN -> checkAddress(form, text, place, findings);
      case SEMVER, HIVE, KEBAB, TERM, LOWERCASE -> checkWord(form, text, place, findings);
    }
  }

  private static void checkProduct(TextForm form, String text, Place place, Findings findings) {
    switch (form) {
      case CHARSET ->
          must(
              CHARSETS.contains(text.toLowerCase(Locale.ROOT)),
              "6.3/charset",
              "the preferred name of a character set of IANA",
              "UTF-8",
              place,
              findings,
              text);
      case CPE ->
          must(
              CPE.matcher(text).matches(),
              "6.14/cpe",
              "a CPE of version 2.3",
              "cpe:2.3:a:vendor:product:1.0:*:*:*:*:*:*:*",
              place,
              findings,
              text);
      case IPV4 ->
          must(
              isAddress(text, true),
              "6.8/value",
              "an IPv4 address or network",
              "198.51.100.0/24",
              place,
              findings,
              text);
      case IPV6 ->
          must(
              isAddress(text, false),
              "6.9/value",
              "an IPv6 address or network",
              "2001:db8::/32",
              place,
              findings,
              text);
      default -> throw new IllegalArgumentException(form.name());
    }
  }

  private static void checkAddress(TextForm form, String text, Place place, Findings findings) {
    switch (form) {
      case MAC ->
          must(
              MAC.matcher(text).matches(),
              "6.10/value",
              "a MAC address in lower case with colons",
              "d2:fb:49:24:37:18",
              place,
              findings,
              text);
      case EMAIL ->
          must(
              EMAIL.matcher(text).matches(),
              "6.5/value",
              "an e-mail address of RFC 5322",
              "john@example.com",
              place,
              findings,
              text);
      case DOMAIN ->
          must(isDomain(text), "6.4/value", "a domain name", "example.com", place, findings, text);
      default -> throw new IllegalArgumentException(form.name());
    }
  }

  private static void checkWord(TextForm form, String text, Place place, Findings findings) {
    switch (form) {
      case SEMVER ->
          should(
              SEMVER.matcher(text).matches(),
              "7.3/version",
              "a semantic version",
              place,
              findings,
              text);
      case HIVE ->
          must(
              !SHORT_HIVE.matcher(text).matches(),
              "6.17/key",
              "a key with its hive in full",
              "HKEY_LOCAL_MACHINE\\System",
              place,
              findings,
              text);
      case KEBAB ->
          must(
              KEBAB.matcher(text).matches(),
              "5.1/relationship_type",
              "lowercase letters, digits and hyphens",
              "attributed-to",
              place,
              findings,
              text);
      case TERM ->
          should(
              TERM.matcher(text).matches(),
              "2.11/lowercase",
              "lower case with hyphens",
              place,
              findings,
              text);
      case LOWERCASE ->
          should(
              text.equals(text.toLowerCase(Locale.ROOT)),
              "6.12.2/lowercase",
              "in lower case",
              place,
              findings,
              text);
      default -> throw new IllegalArgumentException(form.name());
    }
  }

  private static void language(String text, Place place, Findings findings) {
    must(
        LanguageTag.isOne(text),
        "3.2/lang",
        "a language tag of RFC 5646",
        "en-GB",
        place,
        findings,
        text);
    LanguageTag.doubt(text)
        .ifPresent(
            doubt ->
                findings.warning(
                    place,
                    "3.2/lang",
                    "'" + text + "' " + doubt,
                    LanguageTag.shorter(text)
                        .map(shorter -> "did you mean '" + shorter + "'?")
                        .orElse("use subtags that IANA has registered")));
  }

  private static void must(
      boolean fits,
      String rule,
      String form,
      String example,
      Place place,
      Findings findings,
      String text) {
    if (!fits) {
      findings.error(place, rule, "'" + text + "' is not " + form, "write it as in " + example);
    }
  }

  private static void should(
      boolean fits, String rule, String form, Place place, Findings findings, String text) {
    if (!fits) {
      findings.warning(place, rule, "'" + text + "' should be " + form, "write it so");
    }
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute()
          && !uri.getSchemeSpecificPart().isEmpty()
          && hasPort(uri)
          && isAscii(text);
    } catch (URISyntaxException broken) {
      return false;
    }
  }

  /// Whether what stands behind the host is a port. Java takes hosts that are none for names of a
  /// registry, with colons in them.
  private static boolean hasPort(URI uri) {
    return uri.getHost() != null
        || uri.getRawAuthority() == null
        || AUTHORITY.matcher(uri.getRawAuthority()).matches();
  }

  /// Other characters must be percent-encoded, or the host written in Punycode.
  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < FIRST_NOT_ASCII);
  }

  private static boolean isAddress(String text, boolean four) {
    return CidrBlock.find(text).filter(block -> block.isIpv4() == four).isPresent();
  }

  private static boolean isDomain(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return !name.isEmpty()
        && name.length() <= LONGEST_DOMAIN
        && Arrays.stream(name.split("\\.", -1)).allMatch(label -> LABEL.matcher(label).matches());
  }
}
