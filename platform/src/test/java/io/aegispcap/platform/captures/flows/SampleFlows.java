package io.aegispcap.platform.captures.flows;

import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.analysis.report.CsvFlows;
import io.aegispcap.analysis.report.ParquetFlows;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Flows that the engine makes of our samples.
public final class SampleFlows {
  private static final Path SAMPLES = Path.of(System.getProperty("aegis.root"), "samples");

  private SampleFlows() {}

  public static Path capture(String name) {
    return SAMPLES.resolve(name);
  }

  /// Writes a sample's flows.
  ///
  /// @return a Parquet file
  public static Path parquet(String name, Path folder) {
    try {
      Path csv = csv(name, folder);
      Path parquet = folder.resolve(name + ".parquet");
      ParquetFlows.convert(csv, parquet, name);
      return parquet;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As `aegis flows` writes it.
  public static Path csv(String name, Path folder) throws IOException {
    Path csv = folder.resolve(name + ".csv");
    try (CaptureFile source = Captures.open(capture(name), ReadOptions.DEFAULT);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(csv))) {
      new Engine(EngineOptions.defaults()).write(new CsvFlows(), out).run(source);
    }
    return csv;
  }
}
