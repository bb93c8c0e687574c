package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import java.util.List;
import java.util.Set;

/// A plugin that watches flows. Calls come from one thread at a time, and never throw: what failed
/// is nobody's finding.
public interface DetectorSource {
  /// What it looks for.
  List<DetectorInfo> rules();

  /// What it may see.
  Set<Capability> granted();

  /// Shows it flows that ended, in a fixed order.
  List<PluginFinding> process(FlowBatch flows);

  /// Tells it that the capture is over.
  List<PluginFinding> endOfCapture();
}
