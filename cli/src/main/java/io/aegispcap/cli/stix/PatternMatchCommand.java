package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import io.aegispcap.stix.pattern.match.Match;
import io.aegispcap.stix.pattern.match.Observations;
import io.aegispcap.stix.pattern.match.PatternMatcher;
import io.aegispcap.stix.pattern.match.UnmatchableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Matches patterns.
@Command(
    name = "match",
    description =
        "Says whether a pattern matches observed data, and which observations make it so.",
    mixinStandardHelpOptions = true)
final class PatternMatchCommand implements Callable<Integer> {

  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", arity = "0..1", paramLabel = "PATTERN", description = "The pattern.")
  private Optional<String> pattern = Optional.empty();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "Observed data, bundles or lists of them; - is standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--lines",
      description =
          "Read rows {\"id\":..,\"pattern\":..,\"observations\":[..]} from standard input, and answer"
              + " each with a line {\"id\":..,\"match\":..,\"observed\":[..]} or"
              + " {\"id\":..,\"error\":..}.")
  private boolean lines;

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  PatternMatchCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (lines) {
      new Rows(streams).answer(PatternMatchCommand::answer, Answers::error);
      return 0;
    }
    if (pattern.isEmpty() || files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "which PATTERN and FILE? Or --lines");
    }
    try {
      print(matched(pattern.get(), observations()));
      return 0;
    } catch (BadRowException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static JsonObject answer(JsonObject row) throws BadRowException {
    if (!(BadRowException.value(row, "observations") instanceof JsonArray(List<JsonValue> items))) {
      throw new BadRowException("the row needs observations, a list");
    }
    return asJson(matched(BadRowException.text(row, "pattern"), items));
  }

  private static Match matched(String pattern, List<JsonValue> observations)
      throws BadRowException {
    try {
      return PatternMatcher.of(Pattern.parse(pattern)).match(Observations.of(observations));
    } catch (PatternSyntaxException e) {
      throw new BadRowException("the pattern is not valid: " + e.getMessage());
    } catch (UnmatchableException e) {
      throw new BadRowException(String.valueOf(e.getMessage()));
    }
  }

  private List<JsonValue> observations() throws IOException {
    List<JsonValue> all = new ArrayList<>();
    for (String file : files) {
      try (InputStream in = streams.open(file)) {
        JsonValue value = JsonReader.parse(in.readAllBytes());
        all.addAll(value instanceof JsonArray(List<JsonValue> items) ? items : List.of(value));
      } catch (MalformedJsonException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
    return all;
  }

  private void print(Match match) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(asJson(match).toJson());
    } else {
      out.println(match.matched() ? "match" : "no match");
      match.observed().forEach(out::println);
    }
  }

  private static JsonObject asJson(Match match) {
    return JsonObject.of("match", JsonValue.of(match.matched()))
        .with("observed", JsonArray.ofTexts(match.observed()));
  }
}
