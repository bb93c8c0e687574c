package io.aegispcap.stix.misp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import io.aegispcap.stix.validation.Validator;
import java.util.List;
import java.util.UUID;

class MispFuzzTests {

  private static final List<String> TYPES =
      List.of("ip-src", "domain|ip", "md5", "filename|sha256", "regkey|value", "port", "x", "url");

  /// Whatever an attribute says, the bundle is valid STIX.
  @FuzzTest(maxDuration = "4m")
  void makesValidBundlesOfAnyAttribute(FuzzedDataProvider data) throws MispException {
    JsonObject attribute =
        JsonObject.of("type", JsonValue.of(data.pickValue(TYPES)))
            .with("to_ids", JsonValue.of(data.consumeBoolean()))
            .with("timestamp", JsonValue.of(data.consumeString(12)))
            .with("comment", JsonValue.of(data.consumeString(20)))
            .with("value", JsonValue.of(data.consumeRemainingAsString()));
    JsonObject event =
        JsonObject.of("info", JsonValue.of("x"))
            .with("date", JsonValue.of("2020-01-01"))
            .with("Attribute", new JsonArray(List.of(attribute)));
    JsonObject bundle = new MispToStix(MispFuzzTests::id).convert(JsonObject.of("Event", event));
    if (!new Validator().validate(bundle).valid()) {
      throw new IllegalStateException(bundle.toJson() + new Validator().validate(bundle).errors());
    }
    new StixToMisp().convert(bundle);
  }

  @FuzzTest(maxDuration = "4m")
  void convertsAnyJson(FuzzedDataProvider data) {
    try {
      if (JsonReader.parse(data.consumeRemainingAsBytes()) instanceof JsonObject document) {
        new MispToStix(MispFuzzTests::id).convert(document);
        new StixToMisp().convert(document);
      }
    } catch (MalformedJsonException | MispException e) {
      return;
    }
  }

  private static UUID id() {
    return UUID.fromString("99999999-9999-4999-8999-999999999999");
  }
}
