package io.aegispcap.cli;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.analysis.tuning.Calibration;
import io.aegispcap.analysis.tuning.CalibrationFile;
import io.aegispcap.analysis.tuning.Threshold;
import io.aegispcap.analysis.tuning.Tuning;
import io.aegispcap.capture.file.Notice;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Clean captures to what is usual in a network.
@Command(
    name = "calibrate",
    description = "Learns from captures in which nothing bad happened what is usual in a network.",
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CaptureArguments arguments = new CaptureArguments();
  @Mixin private HomeArguments home = new HomeArguments();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.json",
      required = true,
      description = "Where the calibration goes, for analyze --calibration; - is stdout.")
  private String target = "";

  CalibrateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    new OutputCheck(spec, arguments.captures()).check(target);
    Announcements say = new Announcements(console, arguments.quiet(), spec.commandLine().getErr());
    RunSummary summary = run(say);
    Calibration calibration =
        Calibration.of(
            AegisVersion.number(),
            summary.captures().stream()
                .map(capture -> new Calibration.Source(capture.name(), capture.sha256()))
                .toList(),
            summary.alerts(),
            summary.tuned().prevalence());
    Output.write(target, console, out -> CalibrationFile.write(calibration, out));
    say.notices(summary.notices().stream().map(Notice::toString).toList());
    say.notices(doubts(summary));
    if (!target.equals("-")) {
      print(calibration);
    }
    return 0;
  }

  private RunSummary run(Announcements say) throws IOException {
    Analysis analysis =
        new Analysis(home.options(arguments), AegisVersion.number()).standardInput(console.in());
    if (say.quiet()) {
      return analysis.run(arguments.captures());
    }
    try (ProgressBar bar = say.progress(arguments.captures())) {
      return analysis.report(bar).run(arguments.captures());
    }
  }

  /// Alerts that should not be in a clean capture.
  private static List<String> doubts(RunSummary summary) {
    return summary.alerts().stream()
        .filter(alert -> !Calibration.mayMove(alert))
        .map(CalibrateCommand::doubt)
        .toList();
  }

  private static String doubt(Alert alert) {
    return "not clean? "
        + alert.sentences().getFirst()
        + " ("
        + alert.severity().label()
        + ", "
        + alert.id()
        + "): nothing was learned from it";
  }

  private void print(Calibration calibration) {
    PrintWriter out = spec.commandLine().getOut();
    List<Threshold> moved = calibration.thresholds().stream().filter(Threshold::moved).toList();
    if (moved.isEmpty()) {
      out.println("No detector moved.");
    }
    for (Threshold threshold : moved) {
      out.println(
          Tuning.moved(threshold)
              + ", by "
              + threshold.alerts()
              + (threshold.alerts() == 1 ? " alert" : " alerts"));
    }
    int common = calibration.prevalence().common().size();
    out.println(
        common
            + (common == 1 ? " host" : " hosts")
            + " outside called by half or more of "
            + calibration.prevalence().hosts()
            + " inside hosts");
    out.println("The calibration is " + target);
    out.flush();
  }
}
