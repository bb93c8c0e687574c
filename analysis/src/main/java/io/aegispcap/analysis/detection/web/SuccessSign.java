package io.aegispcap.analysis.detection.web;

import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What answers hold when an attack worked.
enum SuccessSign {
  COMMAND_OUTPUT(
      "the output of a command",
      List.of(
          "uid=",
          "linux ",
          "microsoft windows [",
          "nt authority",
          "volume serial",
          "windows ip conf",
          "total ",
          "drw",
          "-rw",
          "inet "),
      "uid=\\d{1,10}\\([a-z_][^)\\s]{0,31}\\)\\s?gid=\\d|\\blinux \\S{1,64} \\d{1,2}\\.\\d{1,3}\\.\\d{1,3}"
          + "|microsoft windows \\[version |nt authority\\\\system|volume serial number is"
          + "|^ ?windows ip configuration|\\btotal \\d{1,9}\\s{1,3}[d-]rwx|[d-]rw[x-][r-][w-][x-][r-][w-][x-]\\s{1,4}\\d{1,4}\\s\\w"
          + "|\\binet (?:addr:)?\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}.{1,40}(?:netmask|bcast|mask)",
      EnumSet.of(
          AttackKind.COMMAND_INJECTION,
          AttackKind.TEMPLATE_INJECTION,
          AttackKind.FILE_INCLUSION,
          AttackKind.SHELLSHOCK,
          AttackKind.SCRIPT_UPLOAD,
          AttackKind.SQL_INJECTION,
          AttackKind.DESERIALISATION,
          AttackKind.CLASS_LOADER)),
  SYSTEM_FILE(
      "a file of the system",
      List.of("root:", "[boot loader]", "; for 16-bit", "private key-----", "db_password"),
      "\\broot:[x*!$][^:\\s]{0,120}:\\d{1,6}:|\\[boot loader\\]|; for 16-bit app support|"
          + "-----begin (?:rsa |openssh |ec )?private key-----|define\\( ?'db_password'",
      EnumSet.complementOf(EnumSet.of(AttackKind.SCRIPT_INJECTION, AttackKind.HEADER_INJECTION))),
  SQL_ERROR(
      "an error of the database",
      List.of(
          "sql syntax",
          "unclosed quotation",
          "ora-0",
          "quoted string",
          "sqlstate[",
          "xpath syntax",
          "ole db provider",
          "syntax error",
          "warning: ",
          "operationalerror",
          "supplied argument"),
      "you have an error in your sql syntax|unclosed quotation mark after the character|\\bora-0\\d{4}:"
          + "|quoted string not properly terminated|sqlstate\\[|xpath syntax error: "
          + "|microsoft ole db provider for (?:sql|odbc)|syntax error at or near \"|warning: (?:mysqli?|pg)_"
          + "|sqlite3?\\.operationalerror|unterminated quoted string|supplied argument is not a valid mysql",
      EnumSet.of(AttackKind.SQL_INJECTION)),
  CLOUD_CREDENTIALS(
      "credentials of a cloud",
      List.of("accesskeyid", "secretaccesskey", "ami-id"),
      "\"accesskeyid\" ?: ?\"|\"secretaccesskey\" ?:|\\bami-id\\b",
      EnumSet.of(AttackKind.INTERNAL_ADDRESS)),
  SERVER_INFORMATION(
      "what the server is made of",
      List.of("phpinfo()", "php version"),
      "<title>phpinfo\\(\\)</title>|<title>php \\d[^<]{0,40}phpinfo\\(\\)|php version \\d.{1,200}build date",
      EnumSet.of(
          AttackKind.COMMAND_INJECTION, AttackKind.SCRIPT_UPLOAD, AttackKind.FILE_INCLUSION)),
  SOURCE_CODE(
      "source code in Base64",
      List.of("pd9wah"),
      "pd9wah[a-z0-9+/]{20}",
      EnumSet.of(AttackKind.FILE_INCLUSION));

  private final String words;

  /// Every answer that matches holds one of these.
  @SuppressWarnings("ImmutableEnumChecker") // of List.of
  private final List<String> any;

  private final Pattern pattern;
  private final long kinds;

  SuccessSign(String words, List<String> any, String expression, Set<AttackKind> of) {
    this.words = words;
    this.any = any;
    this.pattern = Pattern.compile(expression);
    this.kinds = bits(of);
  }

  String words() {
    return words;
  }

  private static long bits(Set<AttackKind> kinds) {
    long bits = 0;
    for (AttackKind kind : kinds) {
      bits |= 1L << kind.ordinal();
    }
    return bits;
  }

  private boolean isOf(AttackHit hit) {
    return (kinds >> hit.kind().ordinal() & 1) != 0;
  }

  /// The beginning of an answer in lower case; empty when it is none that tells anything.
  static String answer(HttpExchange http) {
    boolean telling = http.status() / 100 == 2 || http.status() == 500;
    return telling
        ? http.content()
            .responseText(http.responseContentEncoding().orElse("").toLowerCase(Locale.ROOT))
            .toLowerCase(Locale.ROOT)
        : "";
  }

  /// The sign in an answer to such attacks, unless the request itself said it.
  static Optional<SuccessSign> in(HttpExchange http, List<AttackHit> hits) {
    String answer = hits.isEmpty() ? "" : answer(http);
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    for (SuccessSign sign : values()) {
      if (hits.stream().anyMatch(sign::isOf) && sign.found(answer, http)) {
        return Optional.of(sign);
      }
    }
    return Optional.empty();
  }

  boolean found(String answer, HttpExchange http) {
    if (any.stream().noneMatch(answer::contains)) {
      return false;
    }
    Matcher matcher = pattern.matcher(answer);
    if (!matcher.find()) {
      return false;
    }
    String said = matcher.group();
    return !Undone.of(http.uri(), true).contains(said)
        && !Undone.of(http.content().requestHead(), true).contains(said);
  }
}
