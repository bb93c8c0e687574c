package io.aegispcap.cli;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisJson;
import io.aegispcap.analysis.report.HtmlReport;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.analysis.report.TerminalSummary;
import io.aegispcap.capture.file.Notice;
import io.aegispcap.cli.plugin.CageArguments;
import io.aegispcap.cli.plugin.CagedPlugins;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Captures to alerts.
@Command(
    name = "analyze",
    description = "Says what happened in captures, with the packets that prove it.",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
  static final int ALERTED = 3;

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CaptureArguments arguments = new CaptureArguments();
  @Mixin private HomeArguments home = new HomeArguments();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "All that was found, as JSON; - is standard output, instead of the summary.")
  private Optional<String> json = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "A report in one file that needs no network.")
  private Optional<String> report = Optional.empty();

  @Option(
      names = "--flows",
      paramLabel = "FILE",
      description = "Flows too: FILE.csv, FILE.jsonl or FILE.parquet; others are written as CSV.")
  private Optional<String> flows = Optional.empty();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 3 when an alert is so severe: ${COMPLETION-CANDIDATES}.")
  private Optional<Severity> failOn = Optional.empty();

  @Option(
      names = "--plugin",
      paramLabel = "FILE",
      description =
          "Has this plugin look too, in its cage, with all that it asks for; repeatable. One may need"
              + " another.")
  private List<Path> plugins = List.of();

  @Mixin private TuningArguments tuning = new TuningArguments();
  @Mixin private SharingArguments sharing = new SharingArguments();
  @Mixin private CageArguments cage = new CageArguments();

  AnalyzeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    check();
    Announcements say = new Announcements(console, arguments.quiet(), spec.commandLine().getErr());
    Analysis analysis =
        new Analysis(home.options(arguments).withTuning(tuning.read()), AegisVersion.number())
            .standardInput(console.in());
    RunSummary summary;
    try (CagedPlugins caged = CagedPlugins.open(plugins, cage, InstantSource.system())) {
      say.notices(caged.notices());
      caged.join(analysis);
      summary = run(analysis, caged, say);
    }
    boolean failed =
        failOn.isPresent()
            && summary.worst().filter(w -> w.compareTo(failOn.get()) >= 0).isPresent();
    return failed ? ALERTED : 0;
  }

  private void check() throws IOException {
    List<String> inputs = new ArrayList<>(arguments.captures());
    inputs.addAll(tuning.files());
    OutputCheck check = new OutputCheck(spec, inputs);
    List<String> outputs = new ArrayList<>();
    json.ifPresent(outputs::add);
    report.ifPresent(outputs::add);
    flows.ifPresent(outputs::add);
    outputs.addAll(sharing.outputs());
    check.distinct(outputs);
    if (flows.isPresent()) {
      check.flows(flows.get(), format(flows.get()));
    }
    home.options(arguments);
  }

  private static FlowFile format(String target) {
    return FlowFile.named(target).orElse(FlowFile.CSV);
  }

  private RunSummary run(Analysis analysis, CagedPlugins caged, Announcements say)
      throws IOException {
    if (flows.isEmpty()) {
      return finished(watched(analysis, say), analysis, caged, say);
    }
    try (FlowOutput rows =
        caged.annotate()
            ? FlowOutput.noted(flows.get(), format(flows.get()), console)
            : FlowOutput.to(flows.get(), format(flows.get()), console)) {
      rows.notes().ifPresent(analysis::notes);
      analysis.write(rows.format(), rows.stream());
      RunSummary summary = watched(analysis, say);
      rows.finish();
      return finished(summary, analysis, caged, say);
    }
  }

  private RunSummary watched(Analysis analysis, Announcements say) throws IOException {
    if (say.quiet()) {
      return analysis.run(arguments.captures());
    }
    try (ProgressBar bar = say.progress(arguments.captures())) {
      return analysis.report(bar).run(arguments.captures());
    }
  }

  private RunSummary finished(
      RunSummary summary, Analysis analysis, CagedPlugins caged, Announcements say)
      throws IOException {
    CagedPlugins.Said said = caged.finish(analysis, summary);
    written(summary, said);
    say.notices(summary.notices().stream().map(Notice::toString).toList());
    say.notices(said.notices());
    return summary;
  }

  private void written(RunSummary summary, CagedPlugins.Said said) throws IOException {
    if (json.isPresent()) {
      Output.write(json.get(), console, out -> AnalysisJson.write(summary, out));
    }
    if (report.isPresent()) {
      Output.write(report.get(), console, out -> HtmlReport.write(summary, said.charts(), out));
    }
    sharing.write(summary, console);
    if (!json.equals(Optional.of("-"))
        && !report.equals(Optional.of("-"))
        && !flows.equals(Optional.of("-"))
        && !sharing.outputs().contains("-")) {
      print(summary);
    }
  }

  private void print(RunSummary summary) {
    PrintWriter out = spec.commandLine().getOut();
    boolean colours = console.colours() && console.outIsTerminal();
    out.print(new TerminalSummary(console.columns(), colours).of(summary));
    report.ifPresent(file -> out.println("The report is " + file));
    out.flush();
  }
}
