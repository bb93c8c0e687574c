package io.aegispcap.stix.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON of strangers: a name twice in one object, too deep nesting, endless strings, half of
/// a surrogate pair and what follows the end are refused, each with its place.
public final class JsonReader implements Closeable {

  /// Deeper than any STIX object, and safe for the stack.
  private static final int DEEPEST = 200;

  private static final int LONGEST_STRING = 32 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_STRING)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /// A reader of a stream in UTF-8, which it closes.
  public static JsonReader of(InputStream in) throws IOException {
    try {
      return new JsonReader(FACTORY.createParser(ObjectReadContext.empty(), in));
    } catch (JacksonException unreadable) {
      throw unreadable.getCause() instanceof IOException e ? e : malformed(unreadable);
    }
  }

  public static JsonValue parse(String text) throws MalformedJsonException {
    return whole(FACTORY.createParser(ObjectReadContext.empty(), new StringReader(text)));
  }

  public static JsonValue parse(byte[] utf8) throws MalformedJsonException {
    JsonParser parser;
    try {
      parser = FACTORY.createParser(ObjectReadContext.empty(), utf8);
    } catch (JacksonException noSuchEncoding) {
      throw malformed(noSuchEncoding);
    }
    return whole(parser);
  }

  /// @throws MalformedJsonException also when it is no object
  public static JsonObject parseObject(String text) throws MalformedJsonException {
    JsonValue value = parse(text);
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new MalformedJsonException(1, 1, "expected an object, found " + value.kind());
  }

  private static JsonValue whole(JsonParser parser) throws MalformedJsonException {
    JsonReader reader = new JsonReader(parser);
    try (parser) {
      reader.next();
      JsonValue value = reader.value();
      reader.end();
      return value;
    } catch (JacksonException broken) {
      throw malformed(broken);
    }
  }

  /// Reads the next token; see {@link #atObject} and the like.
  public JsonReader next() throws MalformedJsonException {
    try {
      parser.nextToken();
      return this;
    } catch (JacksonException broken) {
      throw malformed(broken);
    }
  }

  public boolean atObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  public boolean atArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /// At the end of an object or list.
  public boolean atEnd() {
    JsonToken token = parser.currentToken();
    return token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
  }

  /// The name of the member whose value comes next; empty at the end of the object.
  public Optional<String> member() throws MalformedJsonException {
    next();
    if (atEnd()) {
      return Optional.empty();
    }
    return Optional.of(checked(parser.currentName()));
  }

  /// How many bytes were read to come here, of a stream.
  public long offset() {
    return Math.max(0, parser.currentLocation().getByteOffset());
  }

  /// Refuses anything but whitespace.
  public void end() throws MalformedJsonException {
    next();
    if (parser.currentToken() != null) {
      throw malformed("something follows the end of the document");
    }
  }

  /// The value that begins with the token just read.
  public JsonValue value() throws MalformedJsonException {
    try {
      return read();
    } catch (JacksonException broken) {
      throw malformed(broken);
    }
  }

  private JsonValue read() throws MalformedJsonException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw malformed("the text ends where a value was expected");
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> new JsonString(checked(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finite(parser.getString());
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw malformed("expected a value");
    };
  }

  private JsonObject object() throws MalformedJsonException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = checked(parser.currentName());
      parser.nextToken();
      if (members.put(name, read()) != null) {
        throw twice(name);
      }
    }
    return new JsonObject(members);
  }

  /// What to say of a name that an object has already.
  public MalformedJsonException twice(String name) {
    return malformed("the name '" + name + "' stands twice in one object");
  }

  private JsonArray array() throws MalformedJsonException {
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(read());
    }
    return new JsonArray(items);
  }

  private JsonNumber finite(String text) throws MalformedJsonException {
    JsonNumber number = new JsonNumber(text);
    if (Double.isInfinite(number.value())) {
      throw malformed("the number " + text + " is too large");
    }
    return number;
  }

  private String checked(String text) throws MalformedJsonException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isLowSurrogate(c)
          || i + 1 == text.length()
          || !Character.isLowSurrogate(text.charAt(++i))) {
        throw malformed("half of a surrogate pair in a string");
      }
    }
    return text;
  }

  private MalformedJsonException malformed(String reason) {
    return malformed(parser.currentLocation(), reason);
  }

  private static MalformedJsonException malformed(JacksonException broken) {
    TokenStreamLocation at =
        broken.getLocation() == null ? TokenStreamLocation.NA : broken.getLocation();
    return malformed(at, broken.getOriginalMessage());
  }

  private static MalformedJsonException malformed(TokenStreamLocation at, String reason) {
    return new MalformedJsonException(
        Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), reason);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
