package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.pattern.PatternCheck;
import io.aegispcap.stix.pattern.PatternError;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks patterns.
@Command(
    name = "check",
    description =
        "Says whether a pattern is valid, or where it is not. Exit code 1 when it is not.",
    mixinStandardHelpOptions = true)
final class PatternCheckCommand implements Callable<Integer> {
  private static final int INVALID = 1;

  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "PATTERN", description = "The pattern.")
  private Optional<String> pattern = Optional.empty();

  @Option(
      names = "--lines",
      description =
          "Read rows {\"id\":..,\"pattern\":..} from standard input, and answer each with a line"
              + " {\"id\":..,\"valid\":..,\"errors\":[..]}.")
  private boolean lines;

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  PatternCheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (lines) {
      new Rows(streams).answer(PatternCheckCommand::answer, PatternCheckCommand::complaint);
      return 0;
    }
    List<PatternError> errors =
        PatternCheck.errors(
            pattern.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "which PATTERN? Or --lines")));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Answers.patternErrors(errors).toJson());
    } else {
      errors.forEach(out::println);
      out.println(errors.isEmpty() ? "valid" : "invalid");
    }
    return errors.isEmpty() ? 0 : INVALID;
  }

  private static JsonObject answer(JsonObject row) throws BadRowException {
    return Answers.patternErrors(PatternCheck.errors(BadRowException.text(row, "pattern")));
  }

  private static JsonObject complaint(String reason) {
    return Answers.patternErrors(List.of(new PatternError(1, 1, reason)));
  }
}
