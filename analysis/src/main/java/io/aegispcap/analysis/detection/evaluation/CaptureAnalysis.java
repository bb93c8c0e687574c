package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.flow.FlowObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Analyses one capture: how evaluation runs the engine without knowing it.
@FunctionalInterface
public interface CaptureAnalysis {

  /// @param observer must be told of every flow and fact, as detectors are
  /// @return the alerts, in any order
  List<Alert> alerts(Path capture, FlowObserver observer) throws IOException;
}
