package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.misp.MispException;
import io.aegispcap.stix.misp.StixToMisp;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/// Bundles to events of MISP.
@Command(
    name = "export",
    description = "Prints the event of MISP that a bundle of STIX becomes.",
    footer = "%nRows are {\"id\":..,\"bundle\":{..}}, answers {\"id\":..,\"event\":{..}}.",
    mixinStandardHelpOptions = true)
final class MispExportCommand extends DocumentCommand {

  MispExportCommand(Streams streams) {
    super(streams, "bundle");
  }

  @Override
  JsonObject asked() {
    return JsonObject.EMPTY;
  }

  @Override
  JsonObject answer(JsonObject row) throws BadRowException {
    try {
      return JsonObject.of(
          "event", new StixToMisp().convert(BadRowException.object(row, "bundle")));
    } catch (MispException e) {
      throw new BadRowException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  void print(JsonObject answer, PrintWriter out) {
    answer.find("event").ifPresent(event -> out.println(event.toJson()));
  }
}
