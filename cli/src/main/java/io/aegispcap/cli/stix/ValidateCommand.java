package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import io.aegispcap.stix.validation.Finding;
import io.aegispcap.stix.validation.ValidationReport;
import io.aegispcap.stix.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks a document.
@Command(
    name = "validate",
    description =
        "Checks a STIX 2.1 object or bundle of any length: errors where the specification says MUST,"
            + " warnings where it says SHOULD. Exit code 1 when there are errors.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private static final int INVALID = 1;

  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The document; - is standard input.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--lines",
      description =
          "Read rows {\"id\":..,\"json\":{..}} from standard input, and answer each with a line"
              + " {\"id\":..,\"valid\":..,\"errors\":[..],\"warnings\":[..]}.")
  private boolean lines;

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  ValidateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Validator validator =
        new Validator(); // reads the specification: no other command waits for that
    if (lines) {
      new Rows(streams).answer(row -> answer(row, validator), ValidateCommand::complaint);
      return 0;
    }
    String document =
        file.orElseThrow(
            () -> new ParameterException(spec.commandLine(), "which FILE? Or --lines"));
    return json ? answerAsJson(document, validator) : answerAsText(document, validator);
  }

  private static JsonObject answer(JsonObject row, Validator validator) throws BadRowException {
    JsonValue document = BadRowException.value(row, "json");
    return Answers.report(
        document instanceof JsonString(String text)
            ? validator.validate(text)
            : validator.validate(document));
  }

  private static JsonObject complaint(String reason) {
    return Answers.report(
        new ValidationReport(
            List.of(new Finding("$", "json", reason, "write the row as JSON of RFC 8259")),
            List.of()));
  }

  private int answerAsText(String document, Validator validator) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    long[] counts = new long[2];
    long objects =
        validate(
            document,
            validator,
            report -> {
              report.errors().forEach(error -> out.println("error: " + error));
              report.warnings().forEach(warning -> out.println("warning: " + warning));
              counts[0] += report.errors().size();
              counts[1] += report.warnings().size();
            });
    out.println(
        "%s: objects: %d, errors: %d, warnings: %d"
            .formatted(document, objects, counts[0], counts[1]));
    out.flush();
    return counts[0] == 0 ? 0 : INVALID;
  }

  private int answerAsJson(String document, Validator validator) throws IOException {
    List<Finding> errors = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    validate(
        document,
        validator,
        report -> {
          errors.addAll(report.errors());
          warnings.addAll(report.warnings());
        });
    ValidationReport report = new ValidationReport(errors, warnings);
    spec.commandLine().getOut().println(Answers.report(report).toJson());
    return report.valid() ? 0 : INVALID;
  }

  private long validate(String document, Validator validator, Consumer<ValidationReport> to)
      throws IOException {
    try (InputStream in = streams.open(document)) {
      return validator.validate(in, to);
    } catch (MalformedJsonException e) {
      to.accept(Validator.malformed(e));
      return 0;
    }
  }
}
