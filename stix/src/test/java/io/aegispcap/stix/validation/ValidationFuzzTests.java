package io.aegispcap.stix.validation;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class ValidationFuzzTests {

  private final Validator validator = new Validator();

  /// What is read is written and read again, and gets the same verdict.
  @FuzzTest(maxDuration = "4m")
  void judgesAnyBytes(FuzzedDataProvider data) throws Exception {
    JsonValue value;
    try {
      value = JsonReader.parse(data.consumeRemainingAsBytes());
    } catch (MalformedJsonException e) {
      return;
    }
    String json = value.toJson();
    if (!JsonReader.parse(json).equals(value)) {
      throw new IllegalStateException(json);
    }
    if (!validator.validate(value).equals(validator.validate(json))) {
      throw new IllegalStateException(json);
    }
  }

  @FuzzTest(maxDuration = "4m")
  void judgesStreamsOfAnyBytes(FuzzedDataProvider data) throws IOException {
    try {
      validator.validate(
          new ByteArrayInputStream(data.consumeRemainingAsBytes()),
          report -> {
            if (report.valid() != report.errors().isEmpty()) {
              throw new IllegalStateException(report.toString());
            }
          });
    } catch (MalformedJsonException e) {
      if (e.getMessage() == null) {
        throw new IllegalStateException("says nothing", e);
      }
    }
  }
}
