package io.aegispcap.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns measured runs into `docs/reference/performance.md`, so that no figure is typed by hand.
public final class PerformancePage {
  private static final String REFERENCE = "softflowd";

  private final BenchResults results;
  private final StringBuilder page = new StringBuilder();

  private PerformancePage(BenchResults results) {
    this.results = results;
  }

  /// Reads the work folder of `bench/run` named by the only argument, writes Markdown to stdout.
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("Usage: PerformancePage FOLDER, the work folder of bench/run");
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(of(Path.of(args[0])));
  }

  /// The page for what was measured into `folder`.
  static String of(Path folder) throws IOException {
    return new PerformancePage(BenchResults.read(folder)).text();
  }

  private String text() {
    intro();
    machine();
    captures();
    results.captures().keySet().forEach(this::programs);
    growth();
    commands();
    return page.toString();
  }

  @SuppressWarnings("AnnotateFormatMethod") // this runs from source, with nothing to import
  private void line(String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void intro() {
    line("# Performance");
    line("");
    line("Measured by `bench/run`, which wrote this page; what the programs do and where they");
    line("differ stands in [bench/README.md](../../bench/README.md). Every round runs each");
    line("program once, one after the other, on the same file in the page cache. Seconds are wall");
    line("time; CPU is user and system time; memory is the peak resident set of all runs.");
    line("");
  }

  private void machine() {
    line("| Machine | |");
    line("|---|---|");
    results.machine().forEach((name, value) -> line("| %s | %s |", name, value));
    line("");
  }

  private void captures() {
    line("## Captures");
    line("");
    line("| Capture | Packets | Bytes | Bytes a packet | Five-tuples | Flows, 120 s | Seconds |");
    line("|---|--:|--:|--:|--:|--:|--:|");
    results.captures().forEach(this::capture);
    line("");
  }

  private void capture(String size, Map<String, String> facts) {
    line(
        "| %s | %s | %s | %s | %s | %s | %s |",
        size,
        facts.getOrDefault("packets", "?"),
        facts.getOrDefault("bytes", "?"),
        facts.getOrDefault("bytes_per_packet", "?"),
        facts.getOrDefault("five_tuples", "?"),
        facts.getOrDefault("flows_120s", "?"),
        facts.getOrDefault("seconds", "?"));
  }

  private void programs(String size) {
    line("## On the %s capture", size);
    line("");
    line(
        "| Program | Runs | Median s | Min s | Max s | Of %s | Packets/s | CPU s | Memory MiB |"
            + " Output MB |",
        REFERENCE);
    line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (String program : results.commands().keySet()) {
      results
          .summary(size, program)
          .ifPresentOrElse(
              summary -> program(size, program, summary), () -> noFigures(size, program));
    }
    line("");
  }

  private void program(String size, String program, RunSummary summary) {
    Optional<Double> reference = results.summary(size, REFERENCE).map(RunSummary::median);
    line(
        "| %s | %d | %.2f | %.2f | %.2f | %s | %.0f | %.2f | %.0f | %.1f |",
        program,
        summary.runs().size(),
        summary.median(),
        summary.fastest(),
        summary.slowest(),
        reference.map(seconds -> ratio(summary.median(), seconds)).orElse("unknown"),
        results.packets(size) / Math.max(summary.median(), 0.01),
        summary.medianCpu(),
        summary.residentMib(),
        summary.outputMegabytes());
  }

  private static String ratio(double value, double of) {
    return String.format(Locale.ROOT, "%.2f", value / Math.max(of, 0.01));
  }

  private void noFigures(String size, String program) {
    String reason = results.failure(size, program).orElse("not run");
    line("| %s | %s | | | | | | | | |", program, reason);
  }

  private void growth() {
    line("## Growth");
    line("");
    line("Wall and CPU nanoseconds a packet and peak memory in MiB; level figures mean cost grows");
    line("with the number of packets and memory does not.");
    line("");
    line("| Program | %s |", String.join(" | ", results.captures().keySet()));
    line("|---|%s", "--:|".repeat(results.captures().size()));
    for (String program : results.commands().keySet()) {
      StringBuilder cells = new StringBuilder();
      for (String size : results.captures().keySet()) {
        cells.append(" | ").append(cost(size, program));
      }
      line("| %s%s |", program, cells);
    }
    line("");
  }

  private String cost(String size, String program) {
    return results
        .summary(size, program)
        .map(
            summary ->
                String.format(
                    Locale.ROOT,
                    "%.0f wall, %.0f CPU, %.0f MiB",
                    summary.median() * 1e9 / results.packets(size),
                    summary.medianCpu() * 1e9 / results.packets(size),
                    summary.residentMib()))
        .orElse("none");
  }

  private void commands() {
    line("## Commands");
    line("");
    line("| Program | Command |");
    line("|---|---|");
    results.commands().forEach((name, command) -> line("| %s | `%s` |", name, command));
  }
}
