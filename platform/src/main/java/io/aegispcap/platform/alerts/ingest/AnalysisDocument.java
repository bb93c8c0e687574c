package io.aegispcap.platform.alerts.ingest;

import io.aegispcap.platform.alerts.Finding;
import java.io.InputStream;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// What an analysis wrote. One alert at a time is held: the document may be long.
record AnalysisDocument(JsonMapper json, FindingReader findings) {

  /// @param to takes each alert, as it was written and as it is understood, most urgent first
  void alerts(InputStream document, BiConsumer<String, Finding> to) {
    ObjectReader trees = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    try (JsonParser parser = json.createParser(document)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean alerts = parser.currentName().equals("alerts");
        parser.nextToken();
        if (!alerts) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          JsonNode alert = trees.readTree(parser);
          to.accept(json.writeValueAsString(alert), findings.read(alert));
        }
        return;
      }
    }
    throw new IllegalArgumentException("the document of the analysis lists no alerts");
  }
}
