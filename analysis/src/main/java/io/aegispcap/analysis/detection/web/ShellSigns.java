package io.aegispcap.analysis.detection.web;

import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a single exchange with a server script tells of a web shell.
///
/// @param command a parameter whose value is a command, or code that was sent to be run; empty when
///   there is none
/// @param output whether the answer is the output of a command
/// @param bare whether the answer is text without a page around it
/// @param sealed whether both bodies are opaque: encrypted, or one Base64 text
/// @param named whether a parameter has a name that shells use
record ShellSigns(
    String command, boolean code, boolean output, boolean bare, boolean sealed, boolean named) {
  private static final Set<String> NAMES =
      Set.of("cmd", "exec", "command", "execute", "c", "pass", "z0", "z1", "z2", "shell", "x");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:whoami|id|uname|hostname|ifconfig|ipconfig|systeminfo|tasklist|netstat|pwd|ps|ls|dir|env|set)"
              + "(?:\\s+[-/a-z0-9:._\\\\*]{1,60}){0,4}"
              + "|(?:cat|type|net|wget|curl|ping|cd|chmod|find|cmd(?:\\.exe)? /c|powershell|/bin/(?:ba)?sh|rm|cp|mv"
              + "|echo|nc|python\\d?|perl|certutil|tar|mkdir|arp|route|nslookup|reg|sc|schtasks)\\s+\\S.{0,300}");

  /// Words that commands share with plain speech count only with a shell's parameter name.
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "(?:id|set|find|type|net|dir|env|cd|echo|route|ping|ps|sc|reg|tar)(?:\\s.*)?");

  private static final Pattern CODE =
      Pattern.compile(
          "@?eval ?\\(|@ini_set ?\\( ?[\"']display_errors|base64_decode ?\\( ?\\$_|response\\.write\\("
              + "|system\\.diagnostics\\.process|java\\.lang\\.runtime|shell_exec ?\\(|passthru ?\\(");
  private static final Pattern SEALED =
      Pattern.compile("[A-Za-z0-9+/%_-]{64,}={0,2}(?:%3[dD]){0,2}");
  private static final int LOOKED_AT = 4_096;
  private static final int BARE_ANSWER = 65_536;

  static ShellSigns of(HttpExchange http) {
    String body = http.content().requestHead();
    String[] pairs = pairs(http.uri(), body);
    String command = "";
    boolean named = false;
    boolean code = false;
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).toLowerCase(Locale.ROOT);
      boolean known = NAMES.contains(name);
      named |= known;
      String value = Undone.of(pair.substring(equals + 1), true).strip();
      if (command.isEmpty() && equals > 0) {
        command = command(value, known).orElse("");
      }
      code |= CODE.matcher(value).find() || code(pair.substring(equals + 1));
    }
    String answer = SuccessSign.answer(http);
    boolean output =
        SuccessSign.COMMAND_OUTPUT.found(answer, http)
            || SuccessSign.SYSTEM_FILE.found(answer, http);
    return new ShellSigns(command, code, output, bare(http, answer), sealed(http), named);
  }

  private static String[] pairs(String uri, String body) {
    int query = uri.indexOf('?');
    String form = body.substring(0, Math.min(LOOKED_AT, body.length()));
    String all = query < 0 ? form : uri.substring(query + 1) + "&" + form;
    return all.split("&", 64);
  }

  private static Optional<String> command(String value, boolean known) {
    boolean is = COMMAND.matcher(value).matches() && (known || !AMBIGUOUS.matcher(value).matches());
    return is ? Optional.of(value) : Optional.empty();
  }

  private static boolean code(String value) {
    return Undone.base64(Undone.percent(value))
        .filter(text -> CODE.matcher(text).find())
        .isPresent();
  }

  private static boolean bare(HttpExchange http, String answer) {
    return http.status() == 200
        && !answer.isBlank()
        && http.responseBodyLength() < BARE_ANSWER
        && !answer.contains("<html")
        && !answer.contains("<!doctype")
        && !answer.startsWith("{")
        && !answer.startsWith("[");
  }

  /// Opaque both ways, as shells that encrypt do; uploads and downloads are opaque one way.
  private static boolean sealed(HttpExchange http) {
    String there = http.content().requestHead();
    String back = http.content().responseHead();
    return http.method().equals("POST") && opaque(there) && opaque(back);
  }

  private static boolean opaque(String body) {
    if (body.length() < 64) {
      return false;
    }
    if (SEALED.matcher(body.strip()).matches()) {
      return true;
    }
    boolean packed = body.charAt(0) == 0x1f && body.charAt(1) == 0x8b || body.startsWith("PK");
    int high = 0;
    int looked = Math.min(256, body.length());
    for (int i = 0; i < looked; i++) {
      high += body.charAt(i) >= 0x80 ? 1 : 0;
    }
    return !packed && high > looked * 2 / 5 && high < looked * 3 / 5;
  }
}
