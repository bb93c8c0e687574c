package io.aegispcap.analysis.detection.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads `MANIFEST.tsv`: a header line, then one capture a line with the columns split, path,
/// bytes, packets, flows, class, family, label rule, licence, source, SHA-256, parted by tabs.
final class Manifest {
  private static final int COLLECTION = 200;
  private static final int PATH = 1;
  private static final int CLASS = 5;
  private static final int FAMILY = 6;
  private static final int RULE = 7;

  private Manifest() {}

  /// @throws IOException when it cannot be read, or a line cannot be understood, with its number
  static List<LabelledCapture> read(Path file) throws IOException {
    List<LabelledCapture> captures = new ArrayList<>();
    Map<String, Integer> sizes = new HashMap<>();
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    List<String> lines = Files.readAllLines(file);
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        captures.add(line(file, i + 1, lines.get(i)));
        sizes.merge(captures.getLast().family(), 1, Integer::sum);
      }
    }
    captures.replaceAll(capture -> split(capture, sizes.getOrDefault(capture.family(), 0)));
    return captures;
  }

  /// A family of very many captures is a collection of unrelated ones: they are split by what their
  /// file names begin with.
  private static LabelledCapture split(LabelledCapture capture, int familySize) {
    if (familySize <= COLLECTION) {
      return capture;
    }
    String file = capture.path().substring(capture.path().lastIndexOf('/') + 1);
    String begin = file.toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
    return new LabelledCapture(
        capture.path(),
        capture.label(),
        capture.family(),
        capture.rule(),
        Half.of(capture.family() + " " + begin));
  }

  private static LabelledCapture line(Path file, int number, String line) throws IOException {
    String[] columns = line.split("\t", -1);
    if (columns.length <= RULE) {
      throw new IOException(
          "%s line %d: %d columns, needs at least %d (split, path, bytes, packets, flows, class,"
                  .formatted(file, number, columns.length, RULE + 1)
              + " family, label rule)");
    }
    try {
      LabelRule rule = LabelRule.parse(columns[RULE]);
      return new LabelledCapture(
          columns[PATH], columns[CLASS], columns[FAMILY], rule, Half.of(columns[FAMILY]));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " line " + number + ": " + e.getMessage(), e);
    }
  }
}
