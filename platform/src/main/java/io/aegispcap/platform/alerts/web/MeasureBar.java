package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.alerts.Finding;
import java.util.Locale;
import java.util.Optional;

/// A measured number beside the threshold it passed, as a drawing 100 units wide.
///
/// @param width of the value's bar
/// @param mark where the threshold stands; empty when there is none
/// @param logarithmic whether the scale is, since the two lie far apart
public record MeasureBar(
    String name,
    String value,
    Optional<String> threshold,
    String width,
    Optional<String> mark,
    boolean logarithmic) {
  private static final double FAR = 20;
  private static final double ROOM = 96;

  static MeasureBar of(Finding.Measure measure) {
    double value = Math.abs(measure.value());
    double threshold = measure.threshold().map(Math::abs).orElse(0.0);
    double most = Math.max(value, threshold);
    boolean logarithmic = threshold > 0 && value > 0 && most / Math.min(value, threshold) > FAR;
    double least = logarithmic ? Math.min(value, threshold) / 10 : 0;
    return new MeasureBar(
        measure.name(),
        written(measure.value(), measure.unit()),
        measure.threshold().map(number -> written(number, measure.unit())),
        at(value, least, most),
        measure.threshold().map(_ -> at(threshold, least, most)),
        logarithmic);
  }

  private static String written(double number, String unit) {
    return (Words.number(number) + " " + unit).strip();
  }

  private static String at(double number, double least, double most) {
    double share =
        most == 0
            ? 0
            : least > 0 ? Math.log(number / least) / Math.log(most / least) : number / most;
    return String.format(Locale.ROOT, "%.1f", share * ROOM);
  }
}
