package io.aegispcap.platform.alerts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why an alert was archived: what it turned out to be.
public enum Reason {
  TRUE_POSITIVE("True positive", "it happened, and was dealt with"),
  BENIGN("Benign", "it happened, and is harmless here"),
  FALSE_POSITIVE("False positive", "it did not happen"),
  DUPLICATE("Duplicate", "another alert says the same");

  private final String label;
  private final String meaning;

  Reason(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /// As people read it.
  public String label() {
    return label;
  }

  /// For whoever has to choose.
  public String meaning() {
    return meaning;
  }

  /// As filters and the API spell it.
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Reason> parse(String slug) {
    return Arrays.stream(values()).filter(reason -> reason.slug().equals(slug)).findFirst();
  }
}
