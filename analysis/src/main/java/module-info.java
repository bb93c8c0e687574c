/// Packets to verdicts: flows, features, detection, reports.
module io.aegispcap.analysis {
  requires transitive io.aegispcap.capture;
  requires transitive io.aegispcap.plugin;
  requires gg.jte.runtime;
  requires java.sql;
  requires tools.jackson.core;
  requires static org.jspecify;

  exports io.aegispcap.analysis.chart;
  exports io.aegispcap.analysis.detection;
  exports io.aegispcap.analysis.detection.catalogue;
  exports io.aegispcap.analysis.detection.evaluation;
  exports io.aegispcap.analysis.dissection;
  exports io.aegispcap.analysis.feature;
  exports io.aegispcap.analysis.flow;
  exports io.aegispcap.analysis.incident;
  exports io.aegispcap.analysis.pipeline;
  exports io.aegispcap.analysis.plugin;
  exports io.aegispcap.analysis.report;
  exports io.aegispcap.analysis.slice;
  exports io.aegispcap.analysis.text;
  exports io.aegispcap.analysis.tuning;
}
