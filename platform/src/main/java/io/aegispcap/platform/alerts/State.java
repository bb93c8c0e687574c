package io.aegispcap.platform.alerts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far the work on an alert is.
public enum State {
  OPEN("Open"),
  IN_PROGRESS("In progress"),
  ESCALATED("Escalated"),
  ARCHIVED("Archived");

  private final String label;

  State(String label) {
    this.label = label;
  }

  /// As people read it.
  public String label() {
    return label;
  }

  /// As filters and the API spell it.
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<State> parse(String slug) {
    return Arrays.stream(values()).filter(state -> state.slug().equals(slug)).findFirst();
  }
}
