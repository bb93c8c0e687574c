package io.aegispcap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One program run once on one capture.
sealed interface MeasuredRun {
  /// Which capture: 0.1x, 1x or 10x.
  String size();

  /// Name of the program in the tables.
  String program();

  /// It ended well.
  ///
  /// @param seconds wall time
  /// @param cpuSeconds user and system time of all its threads
  /// @param residentKib most memory it had resident at once, in KiB
  /// @param outputBytes size of the files it wrote
  record Completed(
      String size,
      String program,
      double seconds,
      double cpuSeconds,
      long residentKib,
      long outputBytes)
      implements MeasuredRun {}

  /// It could not run, or ended with an error; its time says nothing.
  record Failed(String size, String program, String reason) implements MeasuredRun {}

  /// Reads the rows that `bench/run` wrote, in the order of the runs.
  static List<MeasuredRun> read(Path file) throws IOException {
    List<MeasuredRun> runs = new ArrayList<>();
    for (String row : Files.readAllLines(file)) {
      runs.add(of(row.split("\t")));
    }
    return runs;
  }

  private static MeasuredRun of(String[] cells) {
    if (!cells[2].equals("ok")) {
      return new Failed(cells[0], cells[1], cells[2]);
    }
    double cpu = Double.parseDouble(cells[4]) + Double.parseDouble(cells[5]);
    return new Completed(
        cells[0],
        cells[1],
        Double.parseDouble(cells[3]),
        cpu,
        Long.parseLong(cells[6]),
        Long.parseLong(cells[7]));
  }
}
