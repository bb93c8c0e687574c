package io.aegispcap.platform.alerts.triage;

/// Tells actions apart; later ones have larger numbers.
public record ActionId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
