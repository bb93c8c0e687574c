package io.aegispcap.stix.validation;

import io.aegispcap.stix.registry.Registry;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/// Checks names that should be of a registry of IANA.
final class RegisteredNames {

  private static final String MIME_RULE = "6.1/mime";
  private static final String PROTOCOL_RULE = "6.12/protocols";
  private static final Pattern MIME =
      Pattern.compile(
          "(?:application|audio|font|haptics|image|message|model|multipart|text|video)"
              + "/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}",
          Pattern.CASE_INSENSITIVE);

  /// Behind the type: what is for private use, by RFC 6838 and as it was before (RFC 2045).
  private static final Pattern PRIVATE =
      Pattern.compile("[a-z]+/x[.-].*", Pattern.CASE_INSENSITIVE);

  private static final Pattern PROTOCOL = Pattern.compile("[a-z0-9-]{1,15}");

  /// Elements for the other direction are named by RFC 5103, not registered.
  private static final String REVERSE = "reverse";

  private RegisteredNames() {}

  static void mediaType(String text, Place place, Findings findings) {
    Registry registered = Registry.mediaTypes();
    if (registered.has(text)) {
      return;
    }
    if (!MIME.matcher(text).matches()) {
      findings.warning(
          place,
          MIME_RULE,
          "'" + text + "' should be a media type of IANA, as application/pdf",
          fix(registered.meant(text), "write type and subtype, without parameters"));
    } else if (!registered.has(text.toLowerCase(Locale.ROOT)) && !PRIVATE.matcher(text).matches()) {
      findings.warning(
          place,
          MIME_RULE,
          "'" + text + "' is no media type that IANA has registered",
          fix(registered.meant(text), "use a registered one, or x. before a private subtype"));
    }
  }

  static void protocol(String text, Place place, Findings findings) {
    Registry registered = Registry.protocols();
    if (registered.has(text)) {
      return;
    }
    boolean wellFormed = PROTOCOL.matcher(text).matches();
    findings.warning(
        place,
        PROTOCOL_RULE,
        wellFormed
            ? "'" + text + "' is no service or protocol that IANA has registered"
            : "'" + text + "' should be the name of a service of IANA in lower case",
        fix(registered.meant(text), "use the name that IANA has for it, if there is one"));
  }

  static void ipfixElement(String name, Place place, Findings findings) {
    Registry registered = Registry.ipfixElements();
    if (registered.has(name) || isReverse(name)) {
      return;
    }
    Optional<String> meant =
        registered
            .meant(name)
            .or(() -> forward(name).flatMap(registered::meant).map(RegisteredNames::reversed));
    findings.warning(
        place,
        "6.12/ipfix",
        "'" + name + "' is no element of IPFIX that IANA has registered",
        fix(meant, "write the name of an element as in octetDeltaCount"));
  }

  private static boolean isReverse(String name) {
    return forward(name)
        .filter(
            element ->
                Registry.ipfixElements().has(element)
                    || Registry.ipfixElements().has(initial(element, Character::toLowerCase)))
        .filter(element -> name.equals(reversed(element)))
        .isPresent();
  }

  /// What stands behind `reverse`, in whatever capitals.
  private static Optional<String> forward(String name) {
    return name.length() > REVERSE.length()
            && name.regionMatches(true, 0, REVERSE, 0, REVERSE.length())
        ? Optional.of(name.substring(REVERSE.length()))
        : Optional.empty();
  }

  private static String reversed(String element) {
    return REVERSE + initial(element, Character::toUpperCase);
  }

  private static String initial(String name, IntUnaryOperator change) {
    return (char) change.applyAsInt(name.charAt(0)) + name.substring(1);
  }

  private static String fix(Optional<String> meant, String otherwise) {
    return meant.map(name -> "did you mean '" + name + "'?").orElse(otherwise);
  }
}
