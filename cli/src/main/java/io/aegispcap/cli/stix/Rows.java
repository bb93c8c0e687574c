package io.aegispcap.cli.stix;

import io.aegispcap.stix.json.JsonNull;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.JsonValue;
import io.aegispcap.stix.json.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON Lines in, JSON Lines out, in the same order. A row that cannot be read gets an answer too.
final class Rows {

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

  /// Answers all rows; those that came at once on all processors.
  ///
  /// @param answer without `id`, which is put before it; it may be asked by several threads
  void answer(Answer answer, Complaint complaint) throws IOException {
    OutputStream out = streams.out();
    Lines lines = new Lines(streams.in());
    for (List<byte[]> some = lines.next(); !some.isEmpty(); some = lines.next()) {
      ByteArrayOutputStream answers = new ByteArrayOutputStream();
      some.parallelStream()
          .filter(line -> !isBlank(line))
          .map(line -> answered(line, answer, complaint).toJson() + "\n")
          .forEachOrdered(said -> answers.writeBytes(said.getBytes(StandardCharsets.UTF_8)));
      answers.writeTo(out);
      out.flush(); // whoever asks row by row waits for the answer
    }
  }

  private static boolean isBlank(byte[] line) {
    return new String(line, StandardCharsets.UTF_8).isBlank();
  }

  private static JsonObject answered(byte[] line, Answer answer, Complaint complaint) {
    Map<String, JsonValue> row = new LinkedHashMap<>();
    JsonObject said;
    try {
      readRow(line, row);
      said = answer.to(new JsonObject(row));
    } catch (MalformedJsonException | BadRowException e) {
      said = complaint.about(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes at hand can be read
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
