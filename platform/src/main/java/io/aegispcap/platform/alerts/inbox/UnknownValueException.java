package io.aegispcap.platform.alerts.inbox;

import java.io.Serial;

/// A term of a filter that means nothing.
final class UnknownValueException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String why;

  UnknownValueException(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }
}
