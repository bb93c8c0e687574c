package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import io.aegispcap.stix.specification.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/// Checks STIX 2.1 objects and bundles.
public final class Validator {

  private final ObjectCheck objects = new ObjectCheck(Specification.STIX_2_1);

  /// Checks one object or bundle. Text that is no JSON is a finding too.
  public ValidationReport validate(String json) {
    try {
      return validate(JsonReader.parse(json));
    } catch (MalformedJsonException e) {
      return malformed(e);
    }
  }

  /// What there is to say of text that is no JSON.
  public static ValidationReport malformed(MalformedJsonException e) {
    return new ValidationReport(
        List.of(
            new Finding(
                "$", "json", String.valueOf(e.getMessage()), "write it as JSON of RFC 8259")),
        List.of());
  }

  public ValidationReport validate(JsonValue document) {
    Findings findings = new Findings();
    if (document instanceof JsonObject object) {
      objects.check(object, Place.ROOT, Surroundings.NONE, findings);
    } else {
      findings.error(
          Place.ROOT,
          "3/object",
          "a STIX object must be an object, not " + document.kind(),
          "put it in an object, several of them in a bundle");
    }
    return findings.report();
  }

  /// Checks a document of any length, object by object: a bundle is never held as a whole.
  ///
  /// @param to is given a report of each part of it that has findings
  /// @return the number of objects
  /// @throws MalformedJsonException when it is no JSON from some place on
  public long validate(InputStream in, Consumer<ValidationReport> to) throws IOException {
    try (JsonReader reader = JsonReader.of(in)) {
      return new StreamedBundle(objects, reader, to).check();
    }
  }
}
