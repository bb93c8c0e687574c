package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.marking.Marking;
import io.aegispcap.stix.marking.NothingSelectedException;
import io.aegispcap.stix.version.Versioning;
import io.aegispcap.stix.version.VersioningException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Reads or changes markings; which of it is the name of the command.
@Command(
    footer =
        "%nRows are"
            + " {\"id\":..,\"object\":{..},\"markings\":[..],\"selectors\":[..],\"inherited\":..,\"descendants\":..,\"new_version\":..},"
            + " of which all but the object may be left out. Answers are"
            + " {\"id\":..,\"object\":{..}}, of get {\"id\":..,\"markings\":[..]}, of is-marked"
            + " {\"id\":..,\"marked\":..}.",
    mixinStandardHelpOptions = true)
final class MarkingCommand extends DocumentCommand {

  private final MarkingAction action;
  private final Versioning versioning;

  @Option(
      names = "--marking",
      paramLabel = "ID",
      description = "The identifier of a marking definition, or a language such as de.")
  private List<String> markings = new ArrayList<>();

  @Option(
      names = "--selector",
      paramLabel = "PART",
      description = "A part of the object, as in labels.[0]; the whole object by default.")
  private List<String> selectors = new ArrayList<>();

  @Option(
      names = "--inherited",
      description = "Count markings of what lies around the part, and those of the object.")
  private boolean inherited;

  @Option(names = "--descendants", description = "Count markings within the part.")
  private boolean descendants;

  @Option(
      names = "--new-version",
      description = "Make the changed object a new version, modified now.")
  private boolean newVersion;

  private MarkingCommand(Streams streams, MarkingAction action, InstantSource clock) {
    super(streams, "object");
    this.action = action;
    this.versioning = new Versioning(clock);
  }

  static CommandLine commandLine(Streams streams, MarkingAction action, InstantSource clock) {
    CommandLine commandLine = new CommandLine(new MarkingCommand(streams, action, clock));
    commandLine.getCommandSpec().usageMessage().description(action.description());
    return commandLine;
  }

  @Override
  JsonObject asked() {
    JsonObject asked =
        JsonObject.of("inherited", JsonValue.of(inherited))
            .with("descendants", JsonValue.of(descendants))
            .with("new_version", JsonValue.of(newVersion));
    asked = markings.isEmpty() ? asked : asked.with("markings", JsonArray.ofTexts(markings));
    return selectors.isEmpty() ? asked : asked.with("selectors", JsonArray.ofTexts(selectors));
  }

  @Override
  JsonObject answer(JsonObject row) throws BadRowException {
    MarkingRow asked = MarkingRow.of(row);
    try {
      return switch (action) {
        case GET -> JsonObject.of("markings", listed(asked.found()));
        case IS_MARKED -> JsonObject.of("marked", JsonValue.of(isMarked(asked)));
        case SET, ADD, REMOVE, CLEAR -> {
          JsonObject changed = asked.changed(action);
          yield JsonObject.of(
              "object",
              row.truth("new_version").orElse(false)
                  ? versioning.newVersion(asked.object(), changed)
                  : changed);
        }
      };
    } catch (NothingSelectedException | VersioningException e) {
      throw new BadRowException(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isMarked(MarkingRow asked) throws NothingSelectedException {
    Set<Marking> found = asked.found();
    return asked.markings().isEmpty() ? !found.isEmpty() : found.containsAll(asked.markings());
  }

  private static JsonArray listed(Set<Marking> found) {
    return JsonArray.ofTexts(found.stream().map(MarkingRow::said).toList());
  }

  @Override
  void print(JsonObject answer, PrintWriter out) {
    answer.find("object").ifPresent(object -> out.println(object.toJson()));
    answer.array("markings").stream().flatMap(JsonArray::texts).forEach(out::println);
    answer.truth("marked").ifPresent(marked -> out.println(marked ? "marked" : "not marked"));
  }
}
