package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import io.aegispcap.stix.object.DeterministicId;
import io.aegispcap.stix.object.StixId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Names objects.
@Command(
    name = "id",
    description =
        "Prints the identifier of an object: for observables the one that follows from what they say,"
            + " else its own, or a new one by chance.",
    mixinStandardHelpOptions = true)
final class IdCommand implements Callable<Integer> {

  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{2,249}");

  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The object; - is standard input.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--lines",
      description =
          "Read rows {\"id\":..,\"object\":{..}} from standard input, and answer each with a line"
              + " {\"id\":..,\"stix_id\":..,\"deterministic\":..}.")
  private boolean lines;

  IdCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (lines) {
      new Rows(streams).answer(IdCommand::answer, Answers::error);
      return 0;
    }
    String document =
        file.orElseThrow(
            () -> new ParameterException(spec.commandLine(), "which FILE? Or --lines"));
    try (InputStream in = streams.open(document)) {
      JsonObject row = JsonObject.of("object", JsonReader.parse(in.readAllBytes()));
      spec.commandLine().getOut().println(answer(row).text("stix_id").orElseThrow());
      return 0;
    } catch (MalformedJsonException | BadRowException e) {
      throw new IOException(document + ": " + e.getMessage(), e);
    }
  }

  private static JsonObject answer(JsonObject row) throws BadRowException {
    if (!(BadRowException.value(row, "object") instanceof JsonObject object)) {
      throw new BadRowException("a STIX object must be an object");
    }
    Optional<StixId> deterministic = DeterministicId.of(object);
    StixId id = deterministic.isPresent() ? deterministic.get() : otherwise(object);
    return JsonObject.of("stix_id", JsonValue.of(id.toString()))
        .with("deterministic", JsonValue.of(deterministic.isPresent()));
  }

  private static StixId otherwise(JsonObject object) throws BadRowException {
    String type = BadRowException.text(object, "type");
    if (!TYPE.matcher(type).matches()) {
      throw new BadRowException("'" + type + "' is no name of a type");
    }
    return object
        .text("id")
        .flatMap(StixId::find)
        .orElseGet(() -> new StixId(type, UUID.randomUUID()));
  }
}
