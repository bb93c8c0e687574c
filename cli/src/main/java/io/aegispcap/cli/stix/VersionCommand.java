package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonNull;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import io.aegispcap.stix.version.Versioning;
import io.aegispcap.stix.version.VersioningException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes new versions.
@Command(
    name = "version",
    description =
        "Prints a new version of an object: changed, and modified now or when the changes say so.",
    footer =
        "%nRows are {\"id\":..,\"object\":{..},\"changes\":{..}}, answers"
            + " {\"id\":..,\"object\":{..}}.",
    mixinStandardHelpOptions = true)
final class VersionCommand extends DocumentCommand {

  private final Versioning versioning;

  @Option(
      names = "--changes",
      paramLabel = "JSON",
      description = "Properties and their new values; null takes one away.")
  private String changes = "{}";

  VersionCommand(Streams streams, InstantSource clock) {
    super(streams, "object");
    this.versioning = new Versioning(clock);
  }

  @Override
  JsonObject asked() throws BadRowException {
    try {
      return JsonObject.of("changes", JsonReader.parse(changes));
    } catch (MalformedJsonException e) {
      throw new BadRowException("the changes are no JSON: " + e.getMessage());
    }
  }

  @Override
  JsonObject answer(JsonObject row) throws BadRowException {
    JsonObject object = BadRowException.object(row, "object");
    JsonObject changed = object;
    for (Map.Entry<String, JsonValue> change :
        BadRowException.object(row, "changes").members().entrySet()) {
      changed =
          change.getValue() instanceof JsonNull
              ? changed.without(change.getKey())
              : changed.with(change.getKey(), change.getValue());
    }
    try {
      return JsonObject.of("object", versioning.newVersion(object, changed));
    } catch (VersioningException e) {
      throw new BadRowException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  void print(JsonObject answer, PrintWriter out) {
    answer.find("object").ifPresent(object -> out.println(object.toJson()));
  }
}
