package io.aegispcap.analysis.detection;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowObserver;
import java.util.function.Consumer;

/// Watches flows and facts, and says what is suspicious. One instance watches one run; its memory
/// is bounded whatever the capture holds, and the bound is stated.
public interface Detector extends FlowObserver {
  DetectorInfo info();

  /// Many only listen to what is said.
  @Override
  default void flow(Flow flow) {}

  /// The end of the run: all that was found, in a fixed order.
  void finish(Consumer<Finding> findings);
}
