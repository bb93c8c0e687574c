package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.misp.MispException;
import io.aegispcap.stix.misp.MispToStix;
import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Command;

/// Events of MISP to bundles.
@Command(
    name = "import",
    description = "Prints the bundle of STIX that an event of MISP becomes.",
    footer = "%nRows are {\"id\":..,\"event\":{..}}, answers {\"id\":..,\"bundle\":{..}}.",
    mixinStandardHelpOptions = true)
final class MispImportCommand extends DocumentCommand {

  private final MispToStix conversion = new MispToStix(UUID::randomUUID);

  MispImportCommand(Streams streams) {
    super(streams, "event");
  }

  @Override
  JsonObject asked() {
    return JsonObject.EMPTY;
  }

  @Override
  JsonObject answer(JsonObject row) throws BadRowException {
    try {
      return JsonObject.of("bundle", conversion.convert(BadRowException.object(row, "event")));
    } catch (MispException e) {
      throw new BadRowException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  void print(JsonObject answer, PrintWriter out) {
    answer.find("bundle").ifPresent(bundle -> out.println(bundle.toJson()));
  }
}
