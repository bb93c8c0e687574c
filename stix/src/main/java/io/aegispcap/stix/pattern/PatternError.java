package io.aegispcap.stix.pattern;

/// What is wrong with a pattern.
///
/// @param line from 1
/// @param column in characters, from 1
public record PatternError(int line, int column, String message) {
  @Override
  public String toString() {
    return "line %d, column %d: %s".formatted(line, column, message);
  }
}
