package io.aegispcap.stix.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.aegispcap.stix.json.CanonicalJson;
import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.object.StixObject;
import io.aegispcap.stix.specification.ObjectDescription;
import io.aegispcap.stix.specification.Specification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// P28: to STIX and back loses nothing.
@Tag("property")
class RoundTripPropertyTests {

  private final Validator validator = new Validator();

  private static JsonObject read(String json) {
    try {
      return StixObject.parse(json).json();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void losesNothing() {
    qt().withExamples(2000)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              JsonObject object = new ValidObjects(seed).any();
              JsonObject back = read(object.toJson());
              assertThat(back).isEqualTo(object);
              assertThat(CanonicalJson.bytes(back)).isEqualTo(CanonicalJson.bytes(object));
              assertThat(CanonicalJson.of(read(CanonicalJson.of(object))))
                  .isEqualTo(CanonicalJson.of(object));
            });
  }

  @Test
  void coversEveryType() {
    for (ObjectDescription description : Specification.STIX_2_1.objects()) {
      for (long seed = 0; seed < 40; seed++) {
        JsonObject object =
            description.name().equals("bundle")
                ? new ValidObjects(seed).bundle()
                : new ValidObjects(seed).of(description);
        assertThat(validator.validate(object).errors()).as(object.toJson()).isEmpty();
        assertThat(read(object.toJson())).isEqualTo(object);
      }
    }
  }

  @Test
  void findsEachMutation() {
    for (ObjectDescription description : Specification.STIX_2_1.objects()) {
      for (long seed = 0; !description.name().equals("bundle") && seed < 15; seed++) {
        JsonObject object = new ValidObjects(seed).of(description);
        for (Mutations.Mutation mutation : Mutations.of(object)) {
          assertThat(validator.validate(mutation.object()).errors())
              .as("%s: %s", mutation.name(), mutation.object().toJson())
              .anySatisfy(error -> assertThat(error.path()).startsWith(mutation.path()));
        }
      }
    }
  }

  /// A bundle read as a stream is judged as one read whole.
  @Test
  void judgesStreamsAsWholes() {
    qt().withExamples(200)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              JsonObject bundle = twice(new ValidObjects(seed).bundle());
              List<Finding> errors = new ArrayList<>();
              List<Finding> warnings = new ArrayList<>();
              try {
                new Validator()
                    .validate(
                        new ByteArrayInputStream(bundle.toJson().getBytes(StandardCharsets.UTF_8)),
                        report -> {
                          errors.addAll(report.errors());
                          warnings.addAll(report.warnings());
                        });
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              ValidationReport whole = validator.validate(bundle);
              assertThat(errors).containsExactlyInAnyOrderElementsOf(whole.errors());
              assertThat(warnings).containsExactlyInAnyOrderElementsOf(whole.warnings());
            });
  }

  /// Its first object stands in it twice.
  private static JsonObject twice(JsonObject bundle) {
    List<JsonValue> objects = new ArrayList<>(bundle.array("objects").orElseThrow().items());
    objects.add(objects.getFirst());
    return bundle.with("objects", new JsonArray(objects));
  }

  @Test
  void judgesTextsAsValues() throws Exception {
    JsonObject object = new ValidObjects(7).any();
    assertThat(validator.validate(object.toJson()))
        .isEqualTo(validator.validate(JsonReader.parse(object.toJson())));
  }
}
