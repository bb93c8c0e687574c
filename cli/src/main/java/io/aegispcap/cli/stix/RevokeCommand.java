package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.version.Versioning;
import io.aegispcap.stix.version.VersioningException;
import java.io.PrintWriter;
import java.time.InstantSource;
import picocli.CommandLine.Command;

/// Makes last versions.
@Command(
    name = "revoke",
    description = "Prints the last version of an object, which says that it is no longer valid.",
    footer = "%nRows are {\"id\":..,\"object\":{..}}, answers {\"id\":..,\"object\":{..}}.",
    mixinStandardHelpOptions = true)
final class RevokeCommand extends DocumentCommand {

  private final Versioning versioning;

  RevokeCommand(Streams streams, InstantSource clock) {
    super(streams, "object");
    this.versioning = new Versioning(clock);
  }

  @Override
  JsonObject asked() {
    return JsonObject.EMPTY;
  }

  @Override
  JsonObject answer(JsonObject row) throws BadRowException {
    try {
      return JsonObject.of("object", versioning.revoke(BadRowException.object(row, "object")));
    } catch (VersioningException e) {
      throw new BadRowException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  void print(JsonObject answer, PrintWriter out) {
    answer.find("object").ifPresent(object -> out.println(object.toJson()));
  }
}
