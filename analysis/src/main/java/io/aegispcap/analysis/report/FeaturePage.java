package io.aegispcap.analysis.report;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;

/// The reference page of features, made of their definitions in code.
public final class FeaturePage {
  private FeaturePage() {}

  /// The page as Markdown.
  public static String of(FeatureSchema schema) {
    StringBuilder page = new StringBuilder("# Features of a flow\n\n");
    page.append(
        "Made from `FeatureSchema` by `FeaturePageTests` (`-Dgolden.update`); do not edit.");
    page.append("\n\nSchema ").append(schema.version()).append(", ").append(schema.size());
    page.append(" features, SHA-256 `").append(schema.digest()).append("`.\n\n");
    page.append("Every value is finite. They are the columns of `aegis flows` after `direction`,");
    page.append(" in this order.\n\n");
    page.append("| Feature | Unit | Definition | Source |\n| --- | --- | --- | --- |\n");
    for (Feature feature : schema.features()) {
      page.append("| `").append(feature.name()).append("` | ").append(feature.unit());
      page.append(" | ").append(feature.definition()).append(" | ").append(feature.source());
      page.append(" |\n");
    }
    return page.toString();
  }
}
