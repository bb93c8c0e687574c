package io.aegispcap.analysis.report;

import io.aegispcap.analysis.plugin.FlowNotes;
import io.aegispcap.analysis.plugin.NoteColumn;
import io.aegispcap.capture.packet.FrameId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Adds what plugins said of flows to rows that [CsvFlows] and [JsonLinesFlows] wrote: more columns
/// behind the others, or a member `plugins`. Rows are made before anything is said of their flows.
public final class NotedRows {
  private static final Pattern JSON_FRAME =
      Pattern.compile("\"capture\":(\\d+),\"first_frame\":(\\d+)");

  /// Characters by which a spreadsheet would know a formula.
  private static final String FORMULA = "=+-@\t\r";

  private final FlowNotes notes;
  private final List<NoteColumn> columns;

  /// @param notes of all of the rows' flows
  public NotedRows(FlowNotes notes) {
    this.notes = notes;
    this.columns = notes.columns();
  }

  private interface Rewriting {
    String of(String line) throws IOException;
  }

  /// @param rows as [CsvFlows] writes them
  public void csv(InputStream rows, OutputStream out) throws IOException {
    boolean[] header = {true};
    each(
        rows,
        out,
        line -> {
          if (header[0]) {
            header[0] = false;
            return line + header();
          }
          return line + cells(csvFrame(line));
        });
  }

  /// @param rows as [JsonLinesFlows] writes them
  public void jsonLines(InputStream rows, OutputStream out) throws IOException {
    each(
        rows,
        out,
        line -> {
          Matcher frame = JSON_FRAME.matcher(line);
          if (!frame.find()) {
            throw new IllegalStateException("a row of flows without its first frame");
          }
          String said = members(frame(frame.group(1), frame.group(2)));
          return said.isEmpty()
              ? line
              : line.substring(0, line.length() - 1) + ",\"plugins\":" + said + "}";
        });
  }

  private static void each(InputStream rows, OutputStream out, Rewriting rewriting)
      throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(rows, StandardCharsets.UTF_8), 1 << 16);
    String line = lines.readLine();
    while (line != null) {
      out.write(rewriting.of(line).getBytes(StandardCharsets.UTF_8));
      out.write('\n');
      line = lines.readLine();
    }
  }

  private String header() {
    StringBuilder header = new StringBuilder();
    columns.forEach(column -> header.append(',').append(column.title()));
    return header.toString();
  }

  /// Second and third cell, before which nothing is quoted.
  private static long csvFrame(String line) {
    int first = line.indexOf(',') + 1;
    int second = line.indexOf(',', first) + 1;
    return frame(
        line.substring(first, second - 1), line.substring(second, line.indexOf(',', second)));
  }

  private static long frame(String capture, String number) {
    return FrameId.of(Integer.parseInt(capture), Long.parseLong(number));
  }

  private String cells(long frame) throws IOException {
    StringBuilder cells = new StringBuilder();
    List<Optional<String>> values = notes.of(frame);
    for (int i = 0; i < values.size(); i++) {
      cells.append(',');
      boolean number = columns.get(i).number();
      values.get(i).ifPresent(value -> cells.append(number ? value : cell(value)));
    }
    return cells.toString();
  }

  /// A text comes from a plugin: no line ends in it, and no spreadsheet takes it for a formula.
  private static String cell(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    String harmless = !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }

  private String members(long frame) throws IOException {
    List<Optional<String>> values = notes.of(frame);
    if (values.stream().allMatch(Optional::isEmpty)) {
      return "";
    }
    StringWriter said = new StringWriter();
    try (JsonTree json = JsonTree.inOneLine(said)) {
      json.object(
          () -> {
            for (int i = 0; i < values.size(); i++) {
              if (values.get(i).isPresent()) {
                member(json, columns.get(i), values.get(i).get());
              }
            }
          });
    }
    return said.toString();
  }

  private static void member(JsonTree json, NoteColumn column, String value) {
    if (column.number()) {
      json.decimal(column.title(), Double.parseDouble(value));
    } else {
      json.text(column.title(), value);
    }
  }
}
