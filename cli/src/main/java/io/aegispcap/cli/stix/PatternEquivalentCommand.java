package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Compares patterns.
@Command(
    name = "equivalent",
    description = "Says whether two patterns match the same observations, as far as logic tells.",
    mixinStandardHelpOptions = true)
final class PatternEquivalentCommand implements Callable<Integer> {

  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..2", paramLabel = "PATTERN", description = "Two patterns.")
  private List<String> patterns = new ArrayList<>();

  @Option(
      names = "--lines",
      description =
          "Read rows {\"id\":..,\"pattern1\":..,\"pattern2\":..} from standard input, and answer each"
              + " with a line {\"id\":..,\"equivalent\":..}.")
  private boolean lines;

  PatternEquivalentCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (lines) {
      new Rows(streams).answer(PatternEquivalentCommand::answer, Answers::error);
      return 0;
    }
    if (patterns.size() != 2) {
      throw new ParameterException(spec.commandLine(), "which two PATTERNs? Or --lines");
    }
    try {
      boolean equivalent = parsed(patterns.get(0)).equivalentTo(parsed(patterns.get(1)));
      spec.commandLine().getOut().println(equivalent ? "equivalent" : "not equivalent");
      return 0;
    } catch (BadRowException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static JsonObject answer(JsonObject row) throws BadRowException {
    Pattern first = parsed(BadRowException.text(row, "pattern1"));
    Pattern second = parsed(BadRowException.text(row, "pattern2"));
    return JsonObject.of("equivalent", JsonValue.of(first.equivalentTo(second)));
  }

  private static Pattern parsed(String text) throws BadRowException {
    try {
      return Pattern.parse(text);
    } catch (PatternSyntaxException e) {
      throw new BadRowException("not a valid pattern: " + text + ": " + e.getMessage());
    }
  }
}
