/// Packets to verdicts: flows, features, detection, reports.
module io.aegispcap.analysis {
  requires transitive io.aegispcap.capture;
  requires static org.jspecify;

  exports io.aegispcap.analysis.detection;
  exports io.aegispcap.analysis.flow;
}
