package io.aegispcap.analysis.detection.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Paths of files that a web server runs.
final class ScriptPath {
  private static final Pattern SCRIPT =
      Pattern.compile("\\.(?:php\\d?|phtml|phar|jspx?|jspf|aspx?|ashx|asmx|cfm|cgi|pl)(?:/|;|$)");
  private static final int LONGEST = 512;

  private ScriptPath() {}

  /// The path of a target in lower case, when it names one.
  static Optional<String> of(String uri) {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    String cut = path.substring(0, Math.min(LONGEST, path.length())).toLowerCase(Locale.ROOT);
    return SCRIPT.matcher(cut).find() ? Optional.of(cut) : Optional.empty();
  }
}
