package io.aegispcap.analysis.tuning;

import java.io.Serial;

/// A line of an allow-list says something that can't be.
public final class WrongLineException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int line;

  /// @param line from 1
  WrongLineException(int line, IllegalArgumentException wrong) {
    super(wrong.getMessage(), wrong);
    this.line = line;
  }

  /// Its number, from 1.
  public int line() {
    return line;
  }
}
