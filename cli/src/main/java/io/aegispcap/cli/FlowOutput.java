package io.aegispcap.cli;

import io.aegispcap.analysis.pipeline.FlowFormat;
import io.aegispcap.analysis.plugin.FlowNotes;
import io.aegispcap.analysis.plugin.NoteColumn;
import io.aegispcap.analysis.report.NotedRows;
import io.aegispcap.analysis.report.ParquetFlows;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where flows are written: rows straight to their output; Parquet, and what plugins say of flows,
/// by way of rows in a file that nobody sees.
final class FlowOutput implements Closeable {
  private static final String ROWS = "rows";
  private static final String NOTED = "noted";

  private final FlowFile format;
  private final String target;
  private final Console console;
  private final Output rows;
  private final Optional<Unfinished> folder;
  private final Optional<FlowNotes> notes;

  private FlowOutput(
      FlowFile format,
      String target,
      Console console,
      Output rows,
      Optional<Unfinished> folder,
      Optional<FlowNotes> notes) {
    this.format = format;
    this.target = target;
    this.console = console;
    this.rows = rows;
    this.folder = folder;
    this.notes = notes;
  }

  static FlowOutput to(String target, FlowFile format, Console console) throws IOException {
    if (format != FlowFile.PARQUET) {
      Output rows = Output.to(target, console);
      return new FlowOutput(format, target, console, rows, Optional.empty(), Optional.empty());
    }
    Unfinished folder = Unfinished.beside(Path.of(target));
    Output rows = Output.straightTo(folder.file(ROWS), target);
    return new FlowOutput(format, target, console, rows, Optional.of(folder), Optional.empty());
  }

  /// With what plugins say of flows, which is known when all were read.
  static FlowOutput noted(String target, FlowFile format, Console console) throws IOException {
    Path place = Path.of(target);
    boolean beside = !target.equals("-") && !Output.special(place);
    Unfinished folder =
        Unfinished.beside(
            beside ? place : Path.of(System.getProperty("java.io.tmpdir"), "aegis-flows"));
    Output rows = Output.straightTo(folder.file(ROWS), target);
    FlowNotes notes = FlowNotes.in(folder.file("notes"));
    return new FlowOutput(format, target, console, rows, Optional.of(folder), Optional.of(notes));
  }

  /// Where what plugins say has to go.
  Optional<FlowNotes> notes() {
    return notes;
  }

  FlowFormat format() {
    return format.rows();
  }

  OutputStream stream() {
    return rows.stream();
  }

  void finish() throws IOException {
    rows.finish();
    if (notes.isPresent()) {
      addNotes(folder.orElseThrow(), new NotedRows(notes.get()));
    } else if (folder.isPresent()) {
      convert(folder.get(), ROWS, List.of());
    }
  }

  private void addNotes(Unfinished work, NotedRows noted) throws IOException {
    try (InputStream plain = Files.newInputStream(work.file(ROWS))) {
      switch (format) {
        case CSV, JSONL -> {
          try (Output whole = Output.to(target, console)) {
            if (format == FlowFile.CSV) {
              noted.csv(plain, whole.stream());
            } else {
              noted.jsonLines(plain, whole.stream());
            }
            whole.finish();
          }
        }
        case PARQUET -> {
          try (OutputStream whole =
              new BufferedOutputStream(Files.newOutputStream(work.file(NOTED)))) {
            noted.csv(plain, whole);
          }
          convert(work, NOTED, notes.orElseThrow().columns());
        }
      }
    }
  }

  private void convert(Unfinished work, String csv, List<NoteColumn> columns) throws IOException {
    Path made = work.file("flows.parquet");
    ParquetFlows.convert(work.file(csv), columns, made, target);
    Output.move(made, Path.of(target));
  }

  @Override
  public void close() throws IOException {
    rows.close();
    if (notes.isPresent()) {
      notes.get().close();
    }
    folder.ifPresent(Unfinished::close);
  }
}
