package io.aegispcap.analysis.plugin;

import io.aegispcap.analysis.chart.DeclaredCharts;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.plugin.Capability;
import io.aegispcap.plugin.FlowBatch;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A plugin at an analysis. Calls come from one thread at a time, but for [#abandon], and never
/// throw: what failed is nobody's finding.
public interface DetectorSource {
  /// Its id, `namespace/name`.
  String id();

  /// What it looks for.
  List<DetectorInfo> rules();

  /// What it may say of flows.
  List<NoteColumn> columns();

  /// What it may see.
  Set<Capability> granted();

  /// Charts that it declares; asked once, while the analysis already goes on. Comes back within the
  /// time of one answer, whatever the plugin does.
  DeclaredCharts charts();

  /// How long an analysis may wait for it in all, were it alone.
  Duration patience();

  /// It kept the analysis waiting too long: whatever it is asked, now or later, fails at once.
  void abandon();

  /// Shows it flows that ended, in a fixed order.
  List<PluginFinding> process(FlowBatch flows, NoteSink notes);

  /// Tells it that the capture is over.
  List<PluginFinding> endOfCapture(NoteSink notes);
}
