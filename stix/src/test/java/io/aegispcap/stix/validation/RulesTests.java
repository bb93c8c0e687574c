package io.aegispcap.stix.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.stix.json.JsonNull;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.specification.Kind;
import io.aegispcap.stix.specification.Specification;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Each rule of the specification, with what keeps it and what breaks it, from `rules.txt`.
class RulesTests {

  private static final String UUID_4 = "--0b9b1ccf-8a0f-4dc6-9c5c-3e9c4f9c8a3d";

  /// `+` is valid, `~` is valid with a warning by the rule, `-` is invalid with an error by it.
  private record Case(String sign, JsonObject object, String rule, String written) {}

  private static List<Case> cases() throws Exception {
    Map<String, JsonObject> bases = new HashMap<>();
    List<Case> cases = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(RulesTests.class.getResourceAsStream("rules.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] words = line.split(" ", 3);
        int end = words[2].lastIndexOf('}') + 1;
        JsonObject changes = (JsonObject) JsonReader.parse(words[2].substring(0, end));
        if (words[0].equals("base")) {
          bases.put(words[1], changed(common(words[1]), changes));
        } else {
          JsonObject object = changed(Objects.requireNonNull(bases.get(words[1]), line), changes);
          cases.add(new Case(words[0], object, words[2].substring(end).strip(), line));
        }
      }
    }
    return cases;
  }

  /// What every object of this kind must have.
  private static JsonObject common(String type) {
    JsonObject identified =
        JsonObject.of("type", JsonValue.of(type)).with("id", JsonValue.of(type + UUID_4));
    Kind kind = Specification.STIX_2_1.kind(type).orElse(Kind.SDO);
    return switch (kind) {
      case BUNDLE, SCO -> identified;
      default -> {
        JsonObject made =
            identified
                .with("spec_version", JsonValue.of("2.1"))
                .with("created", JsonValue.of("2020-01-01T00:00:00.000Z"));
        yield type.equals("marking-definition")
            ? made
            : made.with("modified", JsonValue.of("2020-01-01T00:00:00.000Z"));
      }
    };
  }

  /// Members by name, taken away by null.
  private static JsonObject changed(JsonObject object, JsonObject changes) {
    JsonObject changed = object;
    for (Map.Entry<String, JsonValue> change : changes.members().entrySet()) {
      changed =
          change.getValue() instanceof JsonNull
              ? changed.without(change.getKey())
              : changed.with(change.getKey(), change.getValue());
    }
    return changed;
  }

  /// One test for all of them: a test each would take longer than what it tests.
  @Test
  void keepsEachRule() throws Exception {
    List<String> broken = new ArrayList<>();
    Validator validator = new Validator();
    for (Case each : cases()) {
      ValidationReport report = validator.validate(each.object());
      if (!isAsSaid(each, report)) {
        broken.add(each.written() + "\n    " + report);
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean isAsSaid(Case each, ValidationReport report) {
    return switch (each.sign()) {
      case "+" -> report.valid();
      case "-" -> has(report.errors(), each.rule());
      case "~" -> report.valid() && has(report.warnings(), each.rule());
      default -> throw new IllegalStateException(each.written());
    };
  }

  private static boolean has(List<Finding> findings, String rule) {
    return findings.stream().anyMatch(finding -> finding.rule().equals(rule));
  }
}
