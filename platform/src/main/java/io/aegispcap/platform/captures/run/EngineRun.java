package io.aegispcap.platform.captures.run;

import io.aegispcap.analysis.pipeline.Progress;
import io.aegispcap.analysis.plugin.FlowNotes;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisJson;
import io.aegispcap.analysis.report.CsvFlows;
import io.aegispcap.analysis.report.HtmlReport;
import io.aegispcap.analysis.report.NavigatorLayer;
import io.aegispcap.analysis.report.NotedRows;
import io.aegispcap.analysis.report.ParquetFlows;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.SharedDocuments;
import io.aegispcap.platform.captures.Version;
import io.aegispcap.platform.jobs.JobRun;
import io.aegispcap.platform.network.KnownNetwork;
import io.aegispcap.sharing.StixSightings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// One run of the engine over a capture, and what it leaves in the store.
///
/// @param known of the network when it began
/// @param folder for files that are needed meanwhile
/// @param visits who looks on
record EngineRun(
    Capture capture,
    AnalysisSettings settings,
    KnownNetwork known,
    Scratch folder,
    Blobs blobs,
    JobRun job,
    Visits visits) {
  /// How much of the time reading takes, and writing flows after it.
  private static final double READING = 0.8;

  private static final double WRITING = 0.95;

  /// @param threads to use
  /// @param shares how many may run at the same time, and share the heap
  AnalysisRun.Result result(int threads, int shares) throws IOException {
    Path rows = folder.file("rows.csv");
    Path parquet = folder.file("flows.parquet");
    RunSummary summary;
    try (FlowNotes notes = FlowNotes.in(folder.file("notes"))) {
      summary = read(threads, shares, rows, notes);
      step(READING, "Writing flows");
      writeFlows(rows, notes, parquet);
    }
    step(WRITING, "Storing what was found");
    return new AnalysisRun.Result(
        store("analysis.json", out -> AnalysisJson.write(summary, out)),
        store(parquet),
        store("report.html", out -> HtmlReport.write(summary, visits.charts(), out)),
        Optional.of(
            new SharedDocuments(
                store("navigator.json", out -> NavigatorLayer.write(summary, out)),
                store("stix.json", out -> StixSightings.write(summary, out)))),
        AnalysisFacts.of(summary, known));
  }

  /// With what plugins said of them.
  private void writeFlows(Path rows, FlowNotes notes, Path parquet) throws IOException {
    Path whole = rows;
    if (!notes.columns().isEmpty()) {
      whole = folder.file("noted.csv");
      try (InputStream plain = Files.newInputStream(rows);
          OutputStream noted = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16)) {
        new NotedRows(notes).csv(plain, noted);
      }
      Files.delete(rows);
    }
    ParquetFlows.convert(whole, notes.columns(), parquet, capture.name());
    Files.delete(whole);
  }

  private RunSummary read(int threads, int shares, Path rows, FlowNotes notes) throws IOException {
    long heap = Runtime.getRuntime().maxMemory() / Math.max(1, shares);
    Analysis analysis =
        new Analysis(settings.options(known, threads, heap), Version.number()).notes(notes);
    visits.join(analysis);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 16)) {
      RunSummary summary =
          analysis
              .write(new CsvFlows(), out)
              .report(progress())
              .run(blobs.file(capture.content()), capture.name());
      visits.finished(summary);
      return summary;
    }
  }

  private Progress progress() {
    long size = Math.max(1, capture.size());
    return (packets, bytes) ->
        step(
            READING * Math.min(1, bytes / (double) size),
            String.format(Locale.ROOT, "%,d packets read", packets));
  }

  private void step(double fraction, String what) {
    if (job.cancelled()) {
      throw new CancellationException("the job was cancelled");
    }
    job.progress(fraction, what);
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private BlobId store(String name, Writing writing) throws IOException {
    Path file = folder.file(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writing.to(out);
    }
    return store(file);
  }

  private BlobId store(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return blobs.store(content).id();
    }
  }
}
