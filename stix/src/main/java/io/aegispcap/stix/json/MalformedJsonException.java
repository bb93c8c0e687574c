package io.aegispcap.stix.json;

import java.io.IOException;

/// Text that is no JSON, or none that can be trusted: where, and why.
public final class MalformedJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /// @param line from 1
  /// @param column in characters or bytes, from 1
  public MalformedJsonException(int line, int column, String reason) {
    super("line %d, column %d: %s".formatted(line, column, reason));
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
