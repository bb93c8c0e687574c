package io.aegispcap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `bench/run` left in its work folder.
///
/// @param runs every run, in order
/// @param machine name and value of each fact about the machine
/// @param commands command line of each program, in the order of the tables
/// @param captures facts about each capture, by size
record BenchResults(
    List<MeasuredRun> runs,
    Map<String, String> machine,
    Map<String, String> commands,
    Map<String, Map<String, String>> captures) {

  private static final List<String> SIZES = List.of("0.1x", "1x", "10x");

  static BenchResults read(Path folder) throws IOException {
    Map<String, Map<String, String>> captures = new LinkedHashMap<>();
    for (String size : SIZES) {
      Path facts = folder.resolve(size + ".facts");
      if (Files.exists(facts)) {
        captures.put(size, pairs(facts));
      }
    }
    return new BenchResults(
        MeasuredRun.read(folder.resolve("runs.tsv")),
        pairs(folder.resolve("machine.tsv")),
        pairs(folder.resolve("commands.tsv")),
        captures);
  }

  private static Map<String, String> pairs(Path file) throws IOException {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", 2);
      pairs.put(cells[0], cells[1]);
    }
    return pairs;
  }

  /// The completed runs of a program on a capture; nothing when any of its runs failed.
  Optional<RunSummary> summary(String size, String program) {
    if (failure(size, program).isPresent()) {
      return Optional.empty();
    }
    List<MeasuredRun.Completed> completed =
        runs.stream()
            .filter(MeasuredRun.Completed.class::isInstance)
            .map(MeasuredRun.Completed.class::cast)
            .filter(run -> run.size().equals(size) && run.program().equals(program))
            .toList();
    return completed.isEmpty() ? Optional.empty() : Optional.of(new RunSummary(completed));
  }

  /// Why a program has no figures on a capture.
  Optional<String> failure(String size, String program) {
    return runs.stream()
        .filter(MeasuredRun.Failed.class::isInstance)
        .map(MeasuredRun.Failed.class::cast)
        .filter(run -> run.size().equals(size) && run.program().equals(program))
        .map(MeasuredRun.Failed::reason)
        .findFirst();
  }

  long packets(String size) {
    Map<String, String> facts = captures.getOrDefault(size, Map.of());
    return Long.parseLong(facts.getOrDefault("packets", "0"));
  }
}
