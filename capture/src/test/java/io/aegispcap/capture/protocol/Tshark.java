package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads captures by the `tshark` that is installed, as an oracle.
public final class Tshark {
  private Tshark() {}

  /// A capture of the corpus; the test is skipped, with the reason, without it or without tshark.
  public static Path capture(String name) {
    String folder = System.getenv("AEGIS_CORPUS");
    assumeThat(folder)
        .as("AEGIS_CORPUS names no folder of captures: the comparison with tshark is skipped")
        .isNotNull();
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "tshark")));
    assumeThat(installed).as("tshark is not installed: the comparison is skipped").isTrue();
    Path capture = Path.of(folder).resolve(name);
    assumeThat(capture).as("the corpus lacks this capture").exists();
    return capture;
  }

  /// One map a frame, from field name to its values joined by commas; fields that are absent are
  /// left out.
  public static List<Map<String, String>> frames(Path capture, String filter, String... fields) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("tshark", "-n", "-r", capture.toString(), "-Y", filter, "-T", "fields"));
    for (String field : fields) {
      command.addAll(List.of("-e", field));
    }
    List<Map<String, String>> frames = new ArrayList<>();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (var lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
        lines.lines().forEach(line -> frames.add(frame(line, fields)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return frames;
  }

  private static Map<String, String> frame(String line, String[] fields) {
    String[] values = line.split("\t", -1);
    Map<String, String> frame = new HashMap<>();
    for (int i = 0; i < fields.length && i < values.length; i++) {
      if (!values[i].isEmpty()) {
        frame.put(fields[i], values[i]);
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
