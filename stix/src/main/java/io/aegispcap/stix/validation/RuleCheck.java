package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.object.StixTimestamp;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.PropertyDescription;
import io.aegispcap.stix.specification.PropertyRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks what must hold between the properties of one object.
final class RuleCheck {

  private final ObjectDescription description;
  private final JsonObject object;
  private final Place place;
  private final Findings findings;

  RuleCheck(ObjectDescription description, JsonObject object, Place place, Findings findings) {
    this.description = description;
    this.object = object;
    this.place = place;
    this.findings = findings;
  }

  void check() {
    description.rules().forEach(this::check);
  }

  private void check(PropertyRule rule) {
    switch (rule) {
      case PropertyRule.AtLeastOne(List<String> names) -> atLeastOne(names);
      case PropertyRule.Any(boolean optional) -> any(optional);
      case PropertyRule.ExactlyOne(List<String> names) -> {
        atLeastOne(names);
        if (names.stream().filter(object::has).count() > 1) {
          error(
              "exclusive", String.join(" and ", names) + " exclude each other", "keep one of them");
        }
      }
      case PropertyRule.Order order -> order(order);
      case PropertyRule.Needs(String name, List<String> others) -> {
        if (object.has(name)) {
          others.stream().filter(other -> !object.has(other)).forEach(other -> needs(name, other));
        }
      }
      case PropertyRule.NeedsWhen(String name, boolean truth, String other) -> {
        if (is(name, truth) && !object.has(other)) {
          needs(name + " " + truth, other);
        }
      }
      case PropertyRule.NeverWhen(String name, boolean truth, String other) -> {
        if (is(name, truth) && object.has(other)) {
          error(
              "dependency",
              other + " must not be there when " + name + " is " + truth,
              "leave out " + other + ", or change " + name);
        }
      }
      case PropertyRule.Reserved reserved -> {
        // Checked where the property is met.
      }
    }
  }

  private void any(boolean optional) {
    List<String> names =
        Stream.concat(
                description.own().stream()
                    .filter(property -> !optional || !property.required())
                    .map(PropertyDescription::name),
                description.property("extensions").stream().map(PropertyDescription::name))
            .toList();
    atLeastOne(names);
  }

  private void error(String about, String message, String fix) {
    findings.error(place, description.section() + "/" + about, message, fix);
  }

  private void needs(String name, String other) {
    error("dependency", name + " needs " + other, "add " + other);
  }

  private boolean is(String name, boolean truth) {
    return object.truth(name).equals(Optional.of(truth));
  }

  private void atLeastOne(List<String> names) {
    if (names.stream().noneMatch(object::has)) {
      error("at-least-one", "none of " + String.join(", ", names) + " is there", "add one of them");
    }
  }

  private void order(PropertyRule.Order order) {
    Optional<StixTimestamp> earlier = object.text(order.earlier()).flatMap(StixTimestamp::find);
    Optional<StixTimestamp> later = object.text(order.later()).flatMap(StixTimestamp::find);
    if (earlier.isEmpty() || later.isEmpty()) {
      return;
    }
    int difference = later.get().compareTo(earlier.get());
    if (difference < 0 || order.strict() && difference == 0) {
      findings.error(
          place.member(order.later()),
          description.section() + "/order",
          order.later()
              + " must be later than "
              + (order.strict() ? "" : "or equal to ")
              + order.earlier(),
          "exchange or correct the two times");
    }
  }
}
