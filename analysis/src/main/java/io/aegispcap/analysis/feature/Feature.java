package io.aegispcap.analysis.feature;

import java.util.List;

/// One number about a flow.
///
/// @param name lower case with underscores; CICFlowMeter's where it has the feature
/// @param unit such as `us`, `bytes`, `1/s`; empty for ratios
/// @param source where name and definition come from
/// @param definition what it is, in one sentence, with its value where it has no meaning
public record Feature(String name, String unit, String source, String definition) {
  /// One feature a line: name, unit, source and definition between bars.
  static List<Feature> table(String text) {
    return text.lines().map(Feature::row).toList();
  }

  private static Feature row(String line) {
    String[] cells = line.split("\\|", -1);
    return new Feature(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
  }
}
