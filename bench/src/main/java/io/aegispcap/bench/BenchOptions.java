package io.aegispcap.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What the caller of [BenchCapture] asked for.
///
/// @param corpus folder that holds `MANIFEST.tsv`
/// @param output capture to write
/// @param packets packets of one repetition, after scaling
/// @param windowMicros time that one repetition spans, in microseconds, after scaling
/// @param shiftMicros added to every packet time, in microseconds
/// @param seed same seed, same corpus: same bytes
/// @param repeat how often the whole trace is written, each time later than the one before
record BenchOptions(
    Path corpus,
    Path output,
    long packets,
    long windowMicros,
    long shiftMicros,
    long seed,
    int repeat) {

  static final String USAGE =
      """
      Usage: BenchCapture --output FILE [--corpus DIR] [--packets 5160000] [--scale 0.1..10]
                          [--window SECONDS] [--shift SECONDS] [--seed N] [--repeat N]
      --corpus defaults to the environment variable AEGIS_CORPUS.
      --scale multiplies packets and window, so the packet rate stays the same.
      --repeat writes the same trace N times, each one window later.""";

  private static final long MICROS = 1_000_000;

  /// Reads `--name value` pairs; throws IllegalArgumentException that says which one is wrong.
  static BenchOptions parse(String[] args, Map<String, String> environment) {
    Map<String, String> given = pairs(args);
    double scale = decimal(given, "--scale", 1, 0.001, 10);
    String corpus = text(given, "--corpus", environment.getOrDefault("AEGIS_CORPUS", ""));
    String output = text(given, "--output", "");
    BenchOptions options =
        new BenchOptions(
            Path.of(required("--corpus (or AEGIS_CORPUS)", corpus)),
            Path.of(required("--output", output)),
            Math.round(decimal(given, "--packets", 5_160_000, 1, 1e9) * scale),
            Math.round(decimal(given, "--window", 4000, 1, 1e6) * scale * MICROS),
            Math.round(decimal(given, "--shift", 0, 0, 1e9) * MICROS),
            (long) decimal(given, "--seed", 1, 0, 1e15),
            (int) decimal(given, "--repeat", 1, 1, 1000));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown option " + given.keySet());
    }
    return options;
  }

  private static Map<String, String> pairs(String[] args) {
    if (args.length % 2 != 0) {
      throw new IllegalArgumentException("each option needs a value: " + String.join(" ", args));
    }
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      pairs.put(args[i], args[i + 1]);
    }
    return pairs;
  }

  private static String text(Map<String, String> given, String name, String otherwise) {
    String value = given.getOrDefault(name, otherwise);
    given.remove(name);
    return value;
  }

  private static String required(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static double decimal(
      Map<String, String> given, String name, double otherwise, double least, double most) {
    String text = text(given, name, Double.toString(otherwise)).replace("_", "");
    double value = number(name, text);
    if (value >= least && value <= most) {
      return value;
    }
    throw new IllegalArgumentException(name + " " + text + " is outside " + least + " to " + most);
  }

  private static double number(String name, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " " + text + " is not a number", e);
    }
  }
}
