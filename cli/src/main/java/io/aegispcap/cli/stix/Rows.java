package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonNull;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// JSON Lines in, JSON Lines out, in the same order. A row that cannot be read gets an answer too.
final class Rows {

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_LINE = 64 << 20;

  private final Streams streams;

  Rows(Streams streams) {
    this.streams = streams;
  }

  /// What is said of a row.
  interface Answer {
    JsonObject to(JsonObject row) throws BadRowException;
  }

  /// What is said of a row that is no row, or lacks something.
  interface Complaint {
    JsonObject about(String reason);
  }

  /// @param answer without `id`, which is put before it
  void answer(Answer answer, Complaint complaint) throws IOException {
    OutputStream out = new BufferedOutputStream(streams.out(), BUFFER);
    InputStream in = new BufferedInputStream(streams.in(), BUFFER);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean more = true;
    while (more) {
      more = read(in, line);
      if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
        String text = answered(line.toByteArray(), answer, complaint).toJson();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
      if (in.available() == 0) {
        out.flush(); // whoever asks row by row waits for the answer
      }
    }
    out.flush();
  }

  /// False when it was the last line. What is too long is cut, and so will not be JSON.
  private static boolean read(InputStream in, ByteArrayOutputStream line) throws IOException {
    line.reset();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return true;
      }
      if (line.size() < LONGEST_LINE) {
        line.write(b);
      }
    }
    return false;
  }

  private static JsonObject answered(byte[] line, Answer answer, Complaint complaint)
      throws IOException {
    Map<String, JsonValue> row = new LinkedHashMap<>();
    JsonObject said;
    try {
      readRow(line, row);
      said = answer.to(new JsonObject(row));
    } catch (MalformedJsonException e) {
      said = complaint.about(String.valueOf(e.getMessage()));
    } catch (BadRowException e) {
      said = complaint.about(String.valueOf(e.getMessage()));
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("id", row.getOrDefault("id", JsonNull.NULL));
    members.putAll(said.members());
    return new JsonObject(members);
  }

  /// Member by member, so that what was read before the text breaks is known.
  private static void readRow(byte[] line, Map<String, JsonValue> row) throws IOException {
    try (JsonReader reader = JsonReader.of(new ByteArrayInputStream(line))) {
      reader.next();
      if (!reader.atObject()) {
        throw new MalformedJsonException(1, 1, "a row must be an object");
      }
      for (Optional<String> name = reader.member(); name.isPresent(); name = reader.member()) {
        reader.next();
        if (row.put(name.get(), reader.value()) != null) {
          throw reader.twice(name.get());
        }
      }
      reader.end();
    }
  }
}
