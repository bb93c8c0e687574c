package io.aegispcap.platform.database;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What plugins keep, and what people set for them, comes back from the database as it was, but for
/// NUL, which it refuses.
class JsonbFuzzTests {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> TRICKS =
      List.of("\0", "\\", "\\u0000", "\\\0", "u0000", "\ufffd", "\"", "\\\\u0000\0\0");

  @FuzzTest(maxDuration = "6m")
  void keepsAllTextsButNul(FuzzedDataProvider data) {
    Map<String, String> texts = new LinkedHashMap<>();
    int count = data.consumeInt(0, 4);
    for (int i = 0; i < count; i++) {
      texts.put("key" + i, text(data));
    }
    String json = Jsonb.of(texts, JSON);
    Map<String, String> read = JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    texts.replaceAll((_, text) -> text.replace('\0', '\uFFFD'));
    if (!texts.equals(read)) {
      throw new AssertionError(texts + " came back as " + read);
    }
  }

  private static String text(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder();
    int parts = data.consumeInt(0, 5);
    for (int i = 0; i < parts; i++) {
      text.append(data.consumeBoolean() ? data.pickValue(TRICKS) : data.consumeAsciiString(4));
    }
    return text.toString();
  }
}
