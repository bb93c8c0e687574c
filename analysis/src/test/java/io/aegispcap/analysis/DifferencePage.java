package io.aegispcap.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The page that lists, by rule, where we see something else than other programs do. Each section
/// is written by the test that compares, when it runs over the whole corpus.
public final class DifferencePage {
  private static final String HEAD =
      """
      # Where our flows differ from other programs'

      Written by tests, not by hand: `AEGIS_CORPUS=... mvn -pl analysis -am test -Daegis.differential=all \\
      -Dtest='TsharkTupleTests,ZeekConnectionTests' -Dsurefire.failIfNoSpecifiedTests=false`.
      """;

  private DifferencePage() {}

  /// Puts a section into the page, in the place of its former text.
  ///
  /// @param name of the program compared with
  public static void write(String name, String text) throws IOException {
    Path page =
        Path.of(System.getProperty("aegis.root")).resolve("docs/reference/decoding-differences.md");
    Files.createDirectories(page.getParent());
    String before = Files.exists(page) ? Files.readString(page) : HEAD;
    String begin = "\n<!-- " + name + " -->\n";
    String end = "<!-- end of " + name + " -->\n";
    int from = before.indexOf(begin);
    int to = from < 0 ? before.length() : before.indexOf(end) + end.length();
    String head = before.substring(0, from < 0 ? to : from);
    Files.writeString(page, head + begin + text + end + before.substring(to));
  }

  /// Rules and how often each applied, as a Markdown table.
  public static String table(String counted, Map<String, Long> rules) {
    StringBuilder table = new StringBuilder("| " + counted + " | rule |\n|---:|---|\n");
    rules.forEach((rule, count) -> table.append("| " + count + " | " + rule + " |\n"));
    return table.toString();
  }
}
