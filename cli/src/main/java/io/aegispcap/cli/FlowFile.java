package io.aegispcap.cli;

import io.aegispcap.analysis.pipeline.FlowFormat;
import io.aegispcap.analysis.report.CsvFlows;
import io.aegispcap.analysis.report.JsonLinesFlows;
import java.util.Locale;
import java.util.Optional;

/// Formats that flows are written in.
enum FlowFile {
  CSV,
  JSONL,
  PARQUET;

  /// By the end of a file's name.
  static Optional<FlowFile> named(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    for (FlowFile format : values()) {
      if (lower.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// The rows that are written; Parquet is made of CSV.
  FlowFormat rows() {
    return switch (this) {
      case CSV, PARQUET -> new CsvFlows();
      case JSONL -> new JsonLinesFlows();
    };
  }
}
