package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.Chart;
import io.aegispcap.plugin.FlowBatch;
import java.util.List;
import java.util.Set;

/// A plugin at an analysis. Calls come from one thread at a time, and never throw: what failed is
/// nobody's finding.
public interface DetectorSource {
  /// Its id, `namespace/name`.
  String id();

  /// What it looks for.
  List<DetectorInfo> rules();

  /// What it may say of flows.
  List<NoteColumn> columns();

  /// What it may see.
  Set<Capability> granted();

  /// Charts that it declares; asked once, before the first flow.
  List<Chart> charts();

  /// Shows it flows that ended, in a fixed order.
  List<PluginFinding> process(FlowBatch flows, NoteSink notes);

  /// Tells it that the capture is over.
  List<PluginFinding> endOfCapture(NoteSink notes);
}
