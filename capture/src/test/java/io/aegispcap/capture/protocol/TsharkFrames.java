package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.aegispcap.capture.Tshark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Captures of the corpus, and frames of them as tshark sees them.
public final class TsharkFrames {
  private static final long LARGEST = 2_000_000;

  private TsharkFrames() {}

  /// One capture; the test is skipped, with the reason, without it or without tshark.
  public static Path capture(String name) {
    Path capture = Tshark.corpus().resolve(name);
    assumeThat(capture).as("the corpus lacks this capture").exists();
    return capture;
  }

  /// Captures under a folder of the corpus, every nth, small ones only so that the build stays
  /// quick.
  public static List<Path> captures(String folder, int each) throws IOException {
    List<Path> captures = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Tshark.corpus().resolve(folder))) {
      List<Path> sorted = files.filter(TsharkFrames::isSmallCapture).sorted().toList();
      for (int i = 0; i < sorted.size(); i += each) {
        captures.add(sorted.get(i));
      }
    }
    return captures;
  }

  private static boolean isSmallCapture(Path file) {
    return file.toString().matches(".*\\.(pcap|cap|pcapng)") && file.toFile().length() < LARGEST;
  }

  /// One map a frame, from field name to its values joined by commas; fields that are absent are
  /// left out.
  public static List<Map<String, String>> of(Path capture, String filter, String... fields) {
    try {
      return Tshark.over(capture).filter(filter).rows(fields).stream()
          .map(row -> frame(row, fields))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> frame(List<String> values, String[] fields) {
    Map<String, String> frame = new HashMap<>();
    for (int i = 0; i < fields.length && i < values.size(); i++) {
      if (!values.get(i).isEmpty()) {
        frame.put(fields[i], values.get(i));
      }
    }
    return frame;
  }

  /// The last of several values, that of the innermost layer.
  public static Optional<String> last(Map<String, String> frame, String field) {
    return Optional.ofNullable(frame.get(field))
        .map(value -> value.substring(value.lastIndexOf(',') + 1));
  }
}
