package io.aegispcap.capture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The `tshark` that is installed, as an oracle: what it says of one capture.
public final class Tshark {
  private final List<String> command = new ArrayList<>();

  private Tshark(Path capture) {
    command.addAll(List.of("tshark", "-n", "-r", capture.toString()));
  }

  public static Tshark over(Path capture) {
    return new Tshark(capture);
  }

  /// Skips the test, with the reason, where there is no tshark.
  public static void assumeInstalled() {
    boolean installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
    assumeTrue(installed, "skipped: tshark is not installed");
  }

  /// The folder of real captures to compare over; skips the test without it or without tshark.
  public static Path corpus() {
    assumeInstalled();
    String corpus = System.getenv("AEGIS_CORPUS");
    assumeTrue(corpus != null, "skipped: AEGIS_CORPUS does not name the folder of captures");
    return Path.of(String.valueOf(corpus));
  }

  /// Leaves out frames that a display filter does not take.
  public Tshark filter(String filter) {
    command.addAll(List.of("-Y", filter));
    return this;
  }

  /// @param preferences such as "ip.defragment:FALSE"
  public Tshark prefer(String... preferences) {
    for (String preference : preferences) {
      command.addAll(List.of("-o", preference));
    }
    return this;
  }

  /// The values of fields, a row for each frame; several values of one field have commas between.
  public List<List<String>> rows(String... fields) throws IOException {
    return rows("a", fields);
  }

  /// The first value of each field, a row for each frame.
  public List<List<String>> firstRows(String... fields) throws IOException {
    return rows("f", fields);
  }

  private List<List<String>> rows(String occurrence, String... fields) throws IOException {
    command.addAll(List.of("-T", "fields", "-E", "occurrence=" + occurrence));
    for (String field : fields) {
      command.addAll(List.of("-e", field));
    }
    return lines().stream().map(line -> Arrays.asList(line.split("\t", -1))).toList();
  }

  /// Writes the bodies of HTTP messages as files.
  public void exportHttpObjects(Path folder) throws IOException {
    command.addAll(List.of("-q", "-2", "--export-objects", "http," + folder));
    lines();
  }

  /// All that it prints; what it says against captures that are cut or corrupt is not asked for.
  private List<String> lines() throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      return lines.lines().toList();
    }
  }
}
