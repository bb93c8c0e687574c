package io.aegispcap.analysis.report;

import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.testkit.golden.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FeaturePageTests {
  @Test
  void documentsTheFeaturesThatAreComputed() {
    Path reference = Path.of(System.getProperty("aegis.root", ".."), "docs/reference");

    new Golden(reference).check("features.md", FeaturePage.of(FeatureSchema.V1));
  }
}
