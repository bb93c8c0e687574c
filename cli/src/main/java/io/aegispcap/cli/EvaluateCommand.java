package io.aegispcap.cli;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.catalogue.Detectors;
import io.aegispcap.analysis.detection.evaluation.Evaluation;
import io.aegispcap.analysis.detection.evaluation.EvaluationJson;
import io.aegispcap.analysis.detection.evaluation.EvaluationPage;
import io.aegispcap.analysis.detection.evaluation.EvaluationResult;
import io.aegispcap.analysis.report.Analysis;
import io.aegispcap.analysis.report.AnalysisOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How well detection does on captures whose truth is known.
@Command(
    name = "evaluate",
    description = "Scores detection on labelled captures, and writes the result as Markdown.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--manifest",
      paramLabel = "MANIFEST.tsv",
      required = true,
      description = "Captures and their labels.")
  private Path manifest = Path.of("");

  @Option(
      names = "--root",
      paramLabel = "DIR",
      required = true,
      description = "What the manifest's paths are relative to.")
  private Path root = Path.of("");

  @Option(names = "--json", paramLabel = "FILE", description = "The result as JSON; - is stdout.")
  private Optional<String> json = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.md",
      description = "The result as Markdown; - is stdout, the default without --json.")
  private Optional<String> page = Optional.empty();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    OutputCheck check = new OutputCheck(spec, List.of(manifest.toString()));
    if (json.isPresent()) {
      check.check(json.get());
    }
    if (page.isPresent()) {
      check.check(page.get());
    }
    EvaluationResult result = evaluate();
    if (json.isPresent()) {
      try (Output output = Output.to(json.get(), console)) {
        EvaluationJson.write(result, output.stream());
        output.finish();
      }
    }
    if (page.isPresent() || json.isEmpty()) {
      page(result, page.orElse("-"));
    }
    return 0;
  }

  private EvaluationResult evaluate() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    boolean show = !quiet && console.errIsTerminal();
    try {
      return Evaluation.run(
          manifest,
          root,
          (capture, observer) ->
              new Analysis(AnalysisOptions.defaults(), AegisVersion.number())
                  .observe(observer)
                  .run(List.of(capture.toString()))
                  .alerts(),
          score -> {
            if (show) {
              err.print("\r\u001b[K" + score.capture().path());
              err.flush();
            }
          });
    } finally {
      if (show) {
        err.print("\r\u001b[K");
        err.flush();
      }
    }
  }

  private void page(EvaluationResult result, String target) throws IOException {
    String text =
        EvaluationPage.write(
            result,
            Detectors.all(DetectionOptions.usual()),
            "aegis evaluate --manifest MANIFEST.tsv --root DIR -o FILE.md");
    try (Output output = Output.to(target, console)) {
      output.stream().write(text.getBytes(StandardCharsets.UTF_8));
      output.finish();
    }
  }
}
