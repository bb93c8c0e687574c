package io.aegispcap.analysis.report;

import java.io.IOException;
import java.io.OutputStream;

/// A run's summary as one HTML file.
public final class HtmlReport {
  private HtmlReport() {}

  public static void write(RunSummary summary, OutputStream out) throws IOException {
    AnalysisJson.write(summary, out);
  }
}
