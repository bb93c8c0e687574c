package io.aegispcap.cli;

import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.Progress;
import io.aegispcap.analysis.pipeline.RunResult;
import io.aegispcap.analysis.pipeline.UnreadPackets;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.Notice;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Captures to flows and their features.
@Command(
    name = "flows",
    description = "Writes flows, their features and what their conversations said.",
    mixinStandardHelpOptions = true)
final class FlowsCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CaptureArguments arguments = new CaptureArguments();

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}. Default: by the output's name, else csv.")
  private Optional<FlowFile> format = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; - is standard output, the default.")
  private String output = "-";

  FlowsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    OutputCheck check = new OutputCheck(spec, arguments.captures());
    FlowFile chosen = format.or(() -> FlowFile.named(output)).orElse(FlowFile.CSV);
    check.flows(output, chosen);
    Engine engine = new Engine(arguments.engine());
    Announcements say = new Announcements(console, arguments.quiet(), err());
    List<Notice> notices = new ArrayList<>();
    try (CaptureFile source = Captures.open(arguments.captures(), console.in(), arguments.read());
        FlowOutput flows = FlowOutput.to(output, chosen, console)) {
      try (ProgressBar bar = say.progress(arguments.captures())) {
        engine.report(say.quiet() ? Progress.NONE : bar);
        RunResult result = engine.write(flows.format(), flows.stream()).run(source);
        notices.addAll(source.notices());
        notices.addAll(UnreadPackets.notices(source.captures(), result));
      }
      flows.finish();
    }
    say.notices(notices.stream().map(Notice::toString).toList());
    return 0;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
