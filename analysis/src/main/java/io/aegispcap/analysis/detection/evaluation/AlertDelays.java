package io.aegispcap.analysis.detection.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// How long after what is hostile began the first alert could have been given, by class.
final class AlertDelays {
  private AlertDelays() {}

  /// By class, sorted; captures that are not found are in none.
  static Map<String, List<FirstAlert>> rows(List<CaptureScore> scores) {
    return scores.stream()
        .filter(score -> score.firstAlert().isPresent())
        .collect(
            Collectors.groupingBy(
                score -> score.capture().label(),
                TreeMap::new,
                Collectors.mapping(score -> score.firstAlert().get(), Collectors.toList())));
  }

  /// The smallest value that at least such a share of all does not exceed (nearest rank).
  ///
  /// @param values at least one
  /// @param share above 0, at most 1
  static double quantile(
      List<FirstAlert> values, ToDoubleFunction<FirstAlert> which, double share) {
    double[] sorted = values.stream().mapToDouble(which).sorted().toArray();
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  static String page(List<CaptureScore> scores) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        ## Time to the first alert

        Seconds of a capture's time from the first packet of what its label calls hostile (of the
        capture, when the label speaks of no flows) until the first alert of its class could have been
        given, over the captures that are found. Which packet carried a measure over its threshold is
        not kept: the alert lies between the first packet that it counts (*begins*) and the last one
        (*complete*), so that the latter is the time at the latest. Detectors tell what they found when
        a capture ends; this is about the evidence, not about that.

        | class | captures | begins, median | complete, median | complete, 90th percentile |
        |---|--:|--:|--:|--:|
        """);
    rows(scores)
        .forEach(
            (label, delays) ->
                out.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %d | %s | %s | %s |\n",
                        label,
                        delays.size(),
                        seconds(quantile(delays, FirstAlert::begins, 0.5)),
                        seconds(quantile(delays, FirstAlert::complete, 0.5)),
                        seconds(quantile(delays, FirstAlert::complete, 0.9)))));
    return out.append("\n").toString();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
