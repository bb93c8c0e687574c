package io.aegispcap.stix.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.object.Selector;
import io.aegispcap.stix.object.StixId;
import io.aegispcap.stix.object.Tlp;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkingTests {

  private static final Marking RED = Marking.of(Tlp.RED.id());
  private static final Marking GREEN = Marking.of(Tlp.GREEN.id());
  private static final Marking GERMAN = new Marking.Language("de");

  /// The object of section 7.2.3.1.
  private final JsonObject object = object();

  private static JsonObject object() {
    try {
      return JsonReader.parseObject(
          """
          {"id":"vulnerability--ee916c28-c7a4-4d0d-ad56-a8d357f89fef","spec_version":"2.1","type":"vulnerability",
           "created":"2016-02-14T00:00:00.000Z","modified":"2016-02-14T00:00:00.000Z","name":"CVE-2014-0160",
           "description":"The (1) TLS...","external_references":[{"source_name":"cve","external_id":"CVE-2014-0160"}],
           "labels":["heartbleed","has-logo"]}""");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Selector at(String selector) {
    return Selector.of(selector);
  }

  @Test
  void selectWhatTheSpecificationSelects() {
    assertThat(at("description").select(object).orElseThrow().toJson())
        .isEqualTo("\"The (1) TLS...\"");
    assertThat(at("external_references.[0].source_name").select(object).orElseThrow().toJson())
        .isEqualTo("\"cve\"");
    assertThat(at("labels.[0]").select(object).orElseThrow().toJson()).isEqualTo("\"heartbleed\"");
    assertThat(at("labels").select(object).orElseThrow().toJson())
        .isEqualTo("[\"heartbleed\",\"has-logo\"]");
    for (String nothing :
        List.of("pattern", "external_references.[3]", "description.[0]", "labels.name")) {
      assertThat(at(nothing).select(object)).as(nothing).isEmpty();
    }
    for (String none :
        List.of("", "labels.", ".labels", "labels.[x]", "labels.[01]", "labels.[-1]", "a..b")) {
      assertThat(Selector.find(none)).as(none).isEmpty();
    }
  }

  @Test
  void addEachMarkingOnce() throws Exception {
    JsonObject marked =
        GranularMarkings.add(object, List.of(RED), List.of(at("name"), at("description")));
    marked = GranularMarkings.add(marked, List.of(RED, GERMAN), List.of(at("description")));
    assertThat(marked.array("granular_markings").orElseThrow().toJson())
        .isEqualTo(
            "[{\"marking_ref\":\"%s\",\"selectors\":[\"description\",\"name\"]},{\"lang\":\"de\",\"selectors\":[\"description\"]}]"
                .formatted(Tlp.RED.id()));
  }

  @Test
  void areInheritedAndGathered() throws Exception {
    JsonObject marked = GranularMarkings.add(object, List.of(RED), List.of(at("labels")));
    marked = GranularMarkings.add(marked, List.of(GREEN), List.of(at("labels.[1]")));
    assertThat(GranularMarkings.get(marked, at("labels.[1]"), false, false)).containsExactly(GREEN);
    assertThat(GranularMarkings.get(marked, at("labels.[1]"), true, false))
        .containsExactlyInAnyOrder(RED, GREEN);
    assertThat(GranularMarkings.get(marked, at("labels.[0]"), true, true)).containsExactly(RED);
    assertThat(GranularMarkings.get(marked, at("labels"), false, true))
        .containsExactlyInAnyOrder(RED, GREEN);
    assertThat(GranularMarkings.get(marked, at("name"), true, true)).isEmpty();
    assertThat(GranularMarkings.isMarked(marked, RED, at("labels.[0]"), true, false)).isTrue();
    assertThat(GranularMarkings.isMarked(marked, RED, at("labels.[0]"), false, false)).isFalse();
    JsonObject whole = ObjectMarkings.add(marked, List.of(Tlp.AMBER.id()));
    assertThat(GranularMarkings.effective(whole, at("labels.[0]")))
        .containsExactlyInAnyOrder(RED, Marking.of(Tlp.AMBER.id()));
  }

  /// A name that begins like another is not a part of it.
  @Test
  void goByStepsAndNotByLetters() throws Exception {
    JsonObject two = object.with("name_enc", io.aegispcap.stix.json.JsonValue.of("UTF-8"));
    JsonObject marked = GranularMarkings.add(two, List.of(RED), List.of(at("name")));
    assertThat(GranularMarkings.get(marked, at("name_enc"), true, true)).isEmpty();
  }

  @Test
  void areRemovedSetAndCleared() throws Exception {
    JsonObject marked =
        GranularMarkings.add(object, List.of(RED, GREEN), List.of(at("name"), at("labels")));
    assertThat(
            GranularMarkings.get(
                GranularMarkings.remove(marked, List.of(RED), List.of(at("name"))),
                at("name"),
                false,
                false))
        .containsExactly(GREEN);
    assertThat(
            GranularMarkings.get(
                GranularMarkings.set(marked, List.of(GERMAN), List.of(at("name"))),
                at("name"),
                false,
                false))
        .containsExactly(GERMAN);
    assertThat(GranularMarkings.clear(marked, List.of(at("name"), at("labels")))).isEqualTo(object);
    assertThatThrownBy(() -> GranularMarkings.remove(marked, List.of(GERMAN), List.of(at("name"))))
        .isInstanceOf(NothingSelectedException.class);
    assertThatThrownBy(() -> GranularMarkings.clear(marked, List.of(at("description"))))
        .isInstanceOf(NothingSelectedException.class);
    assertThatThrownBy(() -> GranularMarkings.add(marked, List.of(RED), List.of(at("nothing"))))
        .isInstanceOf(NothingSelectedException.class)
        .hasMessageContaining("nothing selects nothing");
  }

  @Test
  void markWholeObjects() throws Exception {
    StixId red = Tlp.RED.id();
    JsonObject marked = ObjectMarkings.add(object, List.of(red, red));
    assertThat(ObjectMarkings.get(marked)).isEqualTo(Set.of(red));
    assertThat(ObjectMarkings.isMarked(marked, red)).isTrue();
    assertThat(ObjectMarkings.get(ObjectMarkings.set(marked, List.of(Tlp.GREEN.id()))))
        .isEqualTo(Set.of(Tlp.GREEN.id()));
    assertThat(ObjectMarkings.remove(marked, List.of(red))).isEqualTo(object);
    assertThat(ObjectMarkings.clear(marked)).isEqualTo(object);
    assertThatThrownBy(() -> ObjectMarkings.remove(marked, List.of(Tlp.GREEN.id())))
        .isInstanceOf(NothingSelectedException.class);
  }

  /// As the common libraries do: there is nothing to take away, and nothing is wrong with that.
  @Test
  void staysUnmarkedWhenNothingIsMarked() throws Exception {
    assertThat(ObjectMarkings.remove(object, List.of(Tlp.RED.id()))).isEqualTo(object);
    assertThat(GranularMarkings.remove(object, List.of(RED), List.of(at("name"))))
        .isEqualTo(object);
    assertThat(GranularMarkings.clear(object, List.of(at("name")))).isEqualTo(object);
    assertThatThrownBy(() -> GranularMarkings.clear(object, List.of(at("nothing"))))
        .isInstanceOf(NothingSelectedException.class);
  }
}
