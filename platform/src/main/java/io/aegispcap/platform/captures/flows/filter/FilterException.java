package io.aegispcap.platform.captures.flows.filter;

import java.io.Serial;
import java.util.List;

/// A filter that can't be understood, and where.
public final class FilterException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int at;
  private final int length;
  private final String problem;
  private final transient List<String> expected;

  /// @param at first character that is wrong, from 0; the length of the text when it ends too early
  /// @param length characters that are wrong; 0 at the end
  /// @param problem what is wrong, such as `found "dsn"`
  /// @param expected what may stand there, for people
  FilterException(int at, int length, String problem, List<String> expected) {
    super(message(at, problem, expected), null, false, false);
    this.at = at;
    this.length = length;
    this.problem = problem;
    this.expected = List.copyOf(expected);
  }

  private static String message(int at, String problem, List<String> possible) {
    List<String> expected = possible.stream().map(FilterException::quoted).toList();
    String wanted =
        switch (expected.size()) {
          case 0 -> "";
          case 1 -> "; expected " + expected.getFirst();
          default ->
              "; expected "
                  + String.join(", ", expected.subList(0, expected.size() - 1))
                  + " or "
                  + expected.getLast();
        };
    return "At character " + (at + 1) + ": " + problem + wanted + ".";
  }

  /// Words to be written as they are stand in quotes; descriptions have spaces in them.
  private static String quoted(String wanted) {
    return wanted.indexOf(' ') < 0 ? '"' + wanted + '"' : wanted;
  }

  /// From 0.
  public int at() {
    return at;
  }

  public int length() {
    return length;
  }

  public String problem() {
    return problem;
  }

  public List<String> expected() {
    return expected;
  }
}
