package io.aegispcap.analysis.feature;

import io.aegispcap.analysis.flow.Flow;
import java.util.List;

/// Features that are computed together: straight code, since it runs for every flow.
interface FeatureGroup {
  List<Feature> features();

  /// Computes them in the order of [#features]; all are finite.
  ///
  /// @param from index in `values` of the first
  void compute(Flow flow, double[] values, int from);
}
