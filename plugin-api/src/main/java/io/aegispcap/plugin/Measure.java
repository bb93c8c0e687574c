package io.aegispcap.plugin;

/// A number that was measured, against the threshold it passed.
///
/// @param name what was measured, such as `distinct ports`
/// @param value finite
/// @param threshold finite, or NaN when there is none
/// @param unit such as `ports`; empty for plain numbers
public record Measure(String name, double value, double threshold, String unit) {
  public Measure {
    if (!Double.isFinite(value) || Double.isInfinite(threshold)) {
      throw new IllegalArgumentException("measure " + name + " is not finite");
    }
  }
}
