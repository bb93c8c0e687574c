package io.aegispcap.cli.stix;

import io.aegispcap.stix.filter.Filter;
import io.aegispcap.stix.filter.FilterOperator;
import io.aegispcap.stix.filter.TaxiiFilter;
import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonString;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Chooses objects.
@Command(
    name = "filter",
    description = "Prints the objects of a bundle or list for which all filters hold, one a line.",
    footer =
        "%nRows are"
            + " {\"id\":..,\"objects\":[..],\"filters\":[{\"property\":..,\"op\":..,\"value\":..}],\"match\":{\"type\":[..]}},"
            + " answers {\"id\":..,\"objects\":[..]}.",
    mixinStandardHelpOptions = true)
final class FilterCommand extends DocumentCommand {

  private static final Set<String> FIELDS = Set.of("id", "type", "spec_version", "version");
  private static final int WORDS = 3;

  @Option(
      names = "--where",
      paramLabel = "'PROPERTY OP VALUE'",
      description =
          "A filter such as 'type = indicator' or 'external_references.source_name in [\"cve\"]'."
              + " OP is one of = != > < >= <= in contains.")
  private List<String> where = new ArrayList<>();

  @Option(
      names = "--match",
      paramLabel = "FIELD=VALUE",
      description =
          "As TAXII matches: FIELD is id, type, spec_version or version; values of one field are"
              + " alternatives.")
  private List<String> match = new ArrayList<>();

  FilterCommand(Streams streams) {
    super(streams, "objects");
  }

  @Override
  JsonObject asked() throws BadRowException {
    List<JsonValue> filters = new ArrayList<>();
    for (String each : where) {
      String[] words = each.strip().split("\\s+", WORDS);
      if (words.length < WORDS) {
        throw new BadRowException("'" + each + "' is no filter; write PROPERTY OP VALUE");
      }
      filters.add(
          JsonObject.of("property", JsonValue.of(words[0]))
              .with("op", JsonValue.of(words[1]))
              .with("value", value(words[1], words[2])));
    }
    JsonObject matched = JsonObject.EMPTY;
    for (String each : match) {
      int sign = each.indexOf('=');
      if (sign < 0) {
        throw new BadRowException("'" + each + "' matches nothing; write FIELD=VALUE");
      }
      String field = each.substring(0, sign);
      List<String> values =
          Stream.concat(
                  matched.array(field).stream().flatMap(JsonArray::texts),
                  Stream.of(each.substring(sign + 1)))
              .toList();
      matched = matched.with(field, JsonArray.ofTexts(values));
    }
    return JsonObject.of("filters", new JsonArray(filters)).with("match", matched);
  }

  /// JSON if it is, else a text; what is contained is a text unless in quotes.
  private static JsonValue value(String operator, String written) {
    if (operator.equals(FilterOperator.CONTAINS.sign()) && !written.startsWith("\"")) {
      return JsonValue.of(written);
    }
    try {
      return JsonReader.parse(written);
    } catch (MalformedJsonException text) {
      return JsonValue.of(written);
    }
  }

  @Override
  JsonObject answer(JsonObject row) throws BadRowException {
    List<Filter> filters = new ArrayList<>();
    for (JsonValue each : row.array("filters").map(JsonArray::items).orElse(List.of())) {
      filters.add(filter(each));
    }
    List<JsonObject> chosen =
        objects(BadRowException.value(row, "objects"))
            .filter(object -> filters.stream().allMatch(filter -> filter.test(object)))
            .toList();
    Optional<JsonObject> matched = row.object("match").filter(it -> !it.members().isEmpty());
    if (matched.isPresent()) {
      chosen = taxii(matched.get()).apply(chosen);
    }
    return JsonObject.of("objects", new JsonArray(List.copyOf(chosen)));
  }

  private static Stream<JsonObject> objects(JsonValue value) throws BadRowException {
    return switch (value) {
      case JsonArray list -> list.objects().flatMap(FilterCommand::unpacked);
      case JsonObject object -> unpacked(object);
      default -> throw new BadRowException("objects must be a list, a bundle or an object");
    };
  }

  private static Stream<JsonObject> unpacked(JsonObject object) {
    return object.text("type").equals(Optional.of("bundle"))
        ? object.array("objects").stream().flatMap(JsonArray::objects)
        : Stream.of(object);
  }

  private static Filter filter(JsonValue value) throws BadRowException {
    if (!(value instanceof JsonObject written)) {
      throw new BadRowException("a filter must be an object");
    }
    try {
      return new Filter(
          BadRowException.text(written, "property"),
          FilterOperator.of(BadRowException.text(written, "op")),
          BadRowException.value(written, "value"));
    } catch (IllegalArgumentException e) {
      throw new BadRowException(String.valueOf(e.getMessage()));
    }
  }

  private static TaxiiFilter taxii(JsonObject match) throws BadRowException {
    for (String field : match.members().keySet()) {
      if (!FIELDS.contains(field)) {
        throw new BadRowException(
            "'" + field + "' cannot be matched; id, type, spec_version and version can");
      }
    }
    try {
      return new TaxiiFilter(
          texts(match, "id"),
          texts(match, "type"),
          texts(match, "spec_version"),
          texts(match, "version"));
    } catch (IllegalArgumentException e) {
      throw new BadRowException(String.valueOf(e.getMessage()));
    }
  }

  private static Set<String> texts(JsonObject match, String field) throws BadRowException {
    Set<String> texts = new HashSet<>();
    if (match.find(field).isPresent()) {
      switch (match.find(field).get()) {
        case JsonString(String text) -> texts.add(text);
        case JsonArray list -> list.texts().forEach(texts::add);
        default -> throw new BadRowException(field + " must be a string or a list of them");
      }
    }
    return texts;
  }

  @Override
  void print(JsonObject answer, PrintWriter out) {
    answer.array("objects").stream()
        .flatMap(JsonArray::objects)
        .forEach(object -> out.println(object.toJson()));
  }
}
