package io.aegispcap.cli;

import io.aegispcap.analysis.pipeline.FlowFormat;
import io.aegispcap.analysis.report.ParquetFlows;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Where flows are written: rows straight to their output, Parquet by way of rows in a file that
/// nobody sees.
final class FlowOutput implements Closeable {
  private final FlowFile format;
  private final Path target;
  private final Output rows;
  private final Optional<Unfinished> parquet;

  private FlowOutput(FlowFile format, Path target, Output rows, Optional<Unfinished> parquet) {
    this.format = format;
    this.target = target;
    this.rows = rows;
    this.parquet = parquet;
  }

  static FlowOutput to(String target, FlowFile format, Console console) throws IOException {
    Path path = Path.of(target);
    if (format != FlowFile.PARQUET) {
      return new FlowOutput(format, path, Output.to(target, console), Optional.empty());
    }
    Unfinished folder = Unfinished.beside(path);
    Output rows = Output.straightTo(folder.file("rows.csv"), target);
    return new FlowOutput(format, path, rows, Optional.of(folder));
  }

  FlowFormat format() {
    return format.rows();
  }

  OutputStream stream() {
    return rows.stream();
  }

  void finish() throws IOException {
    rows.finish();
    if (parquet.isPresent()) {
      Unfinished folder = parquet.get();
      Path made = folder.file("flows.parquet");
      ParquetFlows.convert(folder.file("rows.csv"), made, target.toString());
      Output.move(made, target);
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
    parquet.ifPresent(Unfinished::close);
  }
}
