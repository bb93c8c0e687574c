package io.aegispcap.analysis.detection.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Undoes what hides an attack from a look at its bytes, as servers that are attacked do: percent
/// escapes (twice), `%uXXXX`, UTF-8 in too many bytes, references of HTML, escapes of JSON and
/// JavaScript, comments of SQL, nested lookups of Log4j, Base64.
final class Undone {
  private static final int TWICE = 2;
  private static final int MOST_LOOKUPS = 64;
  private static final int LONGEST_REFERENCE = 10;
  private static final Map<String, Character> NAMED =
      Map.of("lt", '<', "gt", '>', "quot", '"', "apos", '\'', "amp", '&', "sol", '/', "colon", ':');
  private static final Pattern COMMENT = Pattern.compile("/\\*!?\\d{0,5}|\\*/");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\x0b\\x0c\\xa0]+");
  private static final Pattern LOOKUP = Pattern.compile("\\$\\{([^${}]{0,200})\\}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,4096}={0,2}");

  private Undone() {}

  /// In lower case, each run of white space as one space.
  ///
  /// @param form whether a plus is a space
  static String of(String text, boolean form) {
    String plain = form ? text.replace('+', ' ') : text;
    for (int i = 0; i < TWICE && plain.indexOf('%') >= 0; i++) {
      plain = percent(plain);
    }
    return settled(references(escapes(plain)));
  }

  /// Comments away, white space and case made equal, lookups resolved.
  private static String settled(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("/*")) {
      lower = COMMENT.matcher(lower).replaceAll(" ");
    }
    return lookups(SPACES.matcher(lower).replaceAll(" "));
  }

  /// Escapes of RFC 3986 2.1 and `%uXXXX` of Microsoft's servers.
  static String percent(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int wide = c == '%' && at + 1 < text.length() && (text.charAt(at + 1) | 0x20) == 'u' ? 1 : 0;
      int digits = wide == 1 ? 4 : 2;
      int value = c == '%' ? hex(text, at + 1 + wide, digits) : -1;
      plain.append(value < 0 ? c : fitted((char) value));
      at += value < 0 ? 1 : 1 + wide + digits;
    }
    return overlong(plain);
  }

  /// The ASCII character that Windows takes for a wide one or another kind of slash.
  private static char fitted(char c) {
    if (c >= 0xff01 && c <= 0xff5e) {
      return (char) (c - 0xff01 + '!');
    }
    return switch (c) {
      case 0x2215, 0x2044 -> '/';
      case 0x2216 -> '\\';
      default -> c;
    };
  }

  /// ASCII that was written in two bytes, which UTF-8 forbids (RFC 3629 3).
  private static String overlong(StringBuilder text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      boolean two = (text.charAt(i) == 0xc0 || text.charAt(i) == 0xc1);
      int second = text.charAt(i + 1);
      if (two && second >= 0x80 && second < 0xc0) {
        text.setCharAt(i, (char) ((text.charAt(i) & 3) << 6 | second & 0x3f));
        text.deleteCharAt(i + 1);
      }
    }
    return text.toString();
  }

  /// That many hexadecimal digits; -1 when they are none.
  private static int hex(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /// `\\u003c`, `\x3c` and escaped line ends, quotes and slashes.
  private static String escapes(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      char next = c == '\\' && at + 1 < text.length() ? text.charAt(at + 1) : 0;
      int digits = next == 'u' ? 4 : next == 'x' ? 2 : 0;
      int value = digits > 0 ? hex(text, at + 2, digits) : -1;
      if (value >= 0) {
        plain.append((char) value);
        at += 2 + digits;
      } else if (next == '"' || next == '/' || next == '\'') {
        plain.append(next);
        at += 2;
      } else {
        plain.append(c);
        at++;
      }
    }
    return plain.toString();
  }

  /// References to characters (HTML 13.5).
  private static String references(String text) {
    if (text.indexOf('&') < 0 || text.indexOf(';') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '&' ? text.indexOf(';', at) : -1;
      int value =
          end > at + 1 && end - at <= LONGEST_REFERENCE
              ? reference(text.substring(at + 1, end))
              : -1;
      plain.append(value < 0 ? c : (char) value);
      at = value < 0 ? at + 1 : end + 1;
    }
    return plain.toString();
  }

  private static int reference(String name) {
    if (name.startsWith("#")) {
      boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
      return number(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    }
    Character named = NAMED.get(name);
    return named == null ? -1 : named;
  }

  private static int number(String digits, int radix) {
    int value = digits.isEmpty() ? -1 : 0;
    for (int i = 0; i < digits.length() && value >= 0; i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      value = digit < 0 || value > 0xfff ? -1 : value * radix + digit;
    }
    return value > 0xffff ? -1 : value;
  }

  /// Innermost lookups that only spell letters, such as `${lower:j}` and `${::-j}`, one after
  /// another (Log4j's manual, Lookups). At most [#MOST_LOOKUPS] are undone.
  private static String lookups(String text) {
    String plain = text;
    int from = 0;
    for (int i = 0; i < MOST_LOOKUPS && plain.indexOf("${", from) >= 0; i++) {
      Matcher matcher = LOOKUP.matcher(plain);
      if (!matcher.find(from)) {
        return plain;
      }
      Optional<String> spelt = spelt(matcher.group(1));
      if (spelt.isPresent()) {
        plain = plain.substring(0, matcher.start()) + spelt.get() + plain.substring(matcher.end());
        from = 0;
      } else {
        from = matcher.end();
      }
    }
    return plain;
  }

  private static Optional<String> spelt(String lookup) {
    int fallback = lookup.indexOf(":-");
    if (fallback >= 0) {
      return Optional.of(lookup.substring(fallback + 2));
    }
    boolean cased = lookup.startsWith("lower:") || lookup.startsWith("upper:");
    return cased ? Optional.of(lookup.substring(6)) : Optional.empty();
  }

  /// What a value that is Base64 and nothing else says, when that is text.
  static Optional<String> base64(String value) {
    if (!BASE64.matcher(value).matches() || value.replace("=", "").length() % 4 == 1) {
      return Optional.empty();
    }
    byte[] bytes =
        Base64.getDecoder()
            .decode(
                value
                    .replace('-', '+')
                    .replace('_', '/')
                    .replace("=", "")
                    .getBytes(StandardCharsets.ISO_8859_1));
    for (byte b : bytes) {
      if (b < ' ' && b != '\r' && b != '\n' && b != '\t') {
        return Optional.empty();
      }
    }
    return Optional.of(settled(new String(bytes, StandardCharsets.ISO_8859_1)));
  }
}
