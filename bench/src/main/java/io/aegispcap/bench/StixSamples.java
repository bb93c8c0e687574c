package io.aegispcap.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/// Makes STIX 2.1 to measure with: the same at each run, and like what feeds and sensors say. Runs
/// alone: `java StixSamples.java FOLDER OBJECTS` writes `bundle.json`, `patterns.jsonl` and
/// `matches.jsonl`.
public final class StixSamples {

  private static final String[] WORDS = {
    "update", "invoice", "loader", "agent", "backup", "stage", "mail", "login", "cloud", "driver"
  };

  private StixSamples() {}

  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    int objects = Integer.parseInt(words[1]);
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("bundle.json"))) {
      out.write("{\"type\":\"bundle\",\"id\":\"" + id("bundle", 0) + "\",\"objects\":[\n");
      for (int i = 0; i < objects; i++) {
        out.write(i == 0 ? object(i) : ",\n" + object(i));
      }
      out.write("]}\n");
    }
    try (BufferedWriter patterns = Files.newBufferedWriter(folder.resolve("patterns.jsonl"));
        BufferedWriter matches = Files.newBufferedWriter(folder.resolve("matches.jsonl"))) {
      for (int i = 0; i < objects; i++) {
        String pattern = pattern(i).replace("\\", "\\\\").replace("\"", "\\\"");
        patterns.write("{\"id\":" + i + ",\"pattern\":\"" + pattern + "\"}\n");
        matches.write(
            "{\"id\":%d,\"pattern\":\"%s\",\"observations\":[%s]}\n"
                .formatted(i, pattern, observation(i)));
      }
    }
  }

  private static String id(String type, int number) {
    Random random = new Random(31L * number + type.hashCode());
    long high = random.nextLong() & ~0xf000L | 0x4000L;
    long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return type + "--" + new UUID(high, low);
  }

  private static String hash(int number) {
    Random random = new Random(number);
    return String.format(
        Locale.ROOT,
        "%016x%016x%016x%016x",
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong());
  }

  private static String address(int number) {
    return "%d.%d.%d.%d"
        .formatted(1 + number % 200, number / 7 % 256, number / 256 % 256, number % 256);
  }

  private static String name(int number) {
    return WORDS[number % WORDS.length] + "-" + Integer.toString(number * 7919, 36) + ".example";
  }

  private static String begin(String type, int number) {
    return ("{\"type\":\"%s\",\"spec_version\":\"2.1\",\"id\":\"%s\","
            + "\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\"2026-01-02T00:00:00.000Z\"")
        .formatted(type, id(type, number));
  }

  /// One of ten kinds of objects, as JSON.
  public static String object(int number) {
    return switch (number % 10) {
      case 0, 1, 2 ->
          begin("indicator", number)
              + ",\"name\":\"%s\",\"description\":\"Seen by a sensor, number %d.\","
                  .formatted(name(number), number)
              + "\"indicator_types\":[\"malicious-activity\"],\"pattern_type\":\"stix\",\"pattern\":\""
              + pattern(number).replace("\\", "\\\\").replace("\"", "\\\"")
              + "\",\"valid_from\":\"2026-01-01T00:00:00Z\"}";
      case 3 ->
          begin("malware", number)
              + ",\"name\":\"%s\",\"is_family\":true,\"malware_types\":[\"trojan\"]}"
                  .formatted(name(number));
      case 4 ->
          begin("attack-pattern", number)
              + (",\"name\":\"%s\",\"external_references\":[{\"source_name\":\"capec\","
                      + "\"external_id\":\"CAPEC-%d\"}],\"kill_chain_phases\":[{\"kill_chain_name\":"
                      + "\"mitre-attack\",\"phase_name\":\"execution\"}]}")
                  .formatted(name(number), number);
      case 5 ->
          begin("relationship", number)
              + ",\"relationship_type\":\"indicates\",\"source_ref\":\"%s\",\"target_ref\":\"%s\"}"
                  .formatted(id("indicator", number - 5), id("malware", number - 2));
      case 6 ->
          "{\"type\":\"ipv4-addr\",\"spec_version\":\"2.1\",\"id\":\"%s\",\"value\":\"%s\"}"
              .formatted(id("ipv4-addr", number), address(number));
      case 7 ->
          ("{\"type\":\"file\",\"spec_version\":\"2.1\",\"id\":\"%s\",\"name\":\"%s.exe\",\"size\":%d,"
                  + "\"hashes\":{\"SHA-256\":\"%s\"}}")
              .formatted(id("file", number), name(number), number, hash(number));
      case 8 ->
          ("{\"type\":\"network-traffic\",\"spec_version\":\"2.1\",\"id\":\"%s\",\"src_ref\":\"%s\","
                  + "\"src_port\":%d,\"dst_port\":443,\"protocols\":[\"ipv4\",\"tcp\"]}")
              .formatted(
                  id("network-traffic", number),
                  id("ipv4-addr", number - 2),
                  1024 + number % 60_000);
      default ->
          begin("observed-data", number)
              + (",\"first_observed\":\"2026-01-01T00:00:00Z\",\"last_observed\":"
                      + "\"2026-01-01T00:00:01Z\",\"number_observed\":3,\"object_refs\":"
                      + "[\"%s\",\"%s\",\"%s\"]}")
                  .formatted(
                      id("ipv4-addr", number - 3),
                      id("file", number - 2),
                      id("network-traffic", number - 1));
    };
  }

  /// One of eight kinds of patterns.
  public static String pattern(int number) {
    return switch (number % 8) {
      case 0 -> "[ipv4-addr:value = '" + address(number) + "']";
      case 1 -> "[domain-name:value = '" + name(number) + "']";
      case 2 -> "[file:hashes.'SHA-256' = '" + hash(number) + "' AND file:size > 10]";
      case 3 -> "[url:value LIKE '%" + name(number) + "/%']";
      case 4 ->
          "[url:value MATCHES '^https?://[a-z]+\\\\."
              + name(number).replace(".", "\\\\.")
              + "/(a|b)+$']";
      case 5 -> "[ipv4-addr:value ISSUBSET '%s/%d']".formatted(address(number), 16 + number % 16);
      case 6 ->
          "([domain-name:value = '%s'] FOLLOWEDBY [file:name LIKE '%%%s.exe']) WITHIN 300 SECONDS"
              .formatted(name(number), WORDS[number % WORDS.length] + number);
      default ->
          "[network-traffic:dst_port = %d AND network-traffic:dst_ref.value = '%s']"
              .formatted(number % 65_536, address(number));
    };
  }

  /// Observed data with what a connection and a download leave behind, as JSON.
  public static String observation(int number) {
    return ("{\"type\":\"observed-data\",\"id\":\"%s\",\"first_observed\":\"2026-01-01T00:00:00Z\","
            + "\"last_observed\":\"2026-01-01T00:00:01Z\",\"number_observed\":1,\"objects\":{"
            + "\"0\":{\"type\":\"ipv4-addr\",\"value\":\"%s\"},"
            + "\"1\":{\"type\":\"domain-name\",\"value\":\"%s\",\"resolves_to_refs\":[\"0\"]},"
            + "\"2\":{\"type\":\"network-traffic\",\"dst_ref\":\"0\",\"dst_port\":%d,"
            + "\"protocols\":[\"ipv4\",\"tcp\",\"https\"]},"
            + "\"3\":{\"type\":\"url\",\"value\":\"https://www.%s/ab\"},"
            + "\"4\":{\"type\":\"file\",\"name\":\"%s.exe\",\"size\":%d,"
            + "\"hashes\":{\"SHA-256\":\"%s\"}}}}")
        .formatted(
            id("observed-data", number),
            address(number),
            name(number),
            number % 65_536,
            name(number),
            name(number),
            number + 11,
            hash(number));
  }
}
