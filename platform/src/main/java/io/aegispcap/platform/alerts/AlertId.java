package io.aegispcap.platform.alerts;

/// Tells alerts of the inbox apart; later ones have larger numbers.
public record AlertId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
