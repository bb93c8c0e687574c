package io.aegispcap.capture.protocol;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What tshark says of a real capture; the captures are those of env AEGIS_CORPUS.
public final class TsharkFields {
  private static final long LARGEST = 2_000_000;

  private TsharkFields() {}

  /// Captures under a folder of the corpus, every nth, small ones only so that the build stays
  /// quick.
  public static List<Path> captures(String folder, int each) throws IOException {
    String corpus = System.getenv("AEGIS_CORPUS");
    assumeTrue(corpus != null, "skipped: AEGIS_CORPUS does not name the folder of captures");
    assumeTrue(hasTshark(), "skipped: tshark is not installed");
    List<Path> captures = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(corpus, folder))) {
      List<Path> sorted = files.filter(TsharkFields::isSmallCapture).sorted().toList();
      for (int i = 0; i < sorted.size(); i += each) {
        captures.add(sorted.get(i));
      }
    }
    return captures;
  }

  private static boolean isSmallCapture(Path file) {
    return file.toString().matches(".*\\.(pcap|cap|pcapng)") && file.toFile().length() < LARGEST;
  }

  private static boolean hasTshark() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
  }

  /// The first occurrence of each field, for each frame that the filter takes.
  public static List<List<String>> of(Path capture, String filter, String... fields)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of("-o", "http.desegment_body:FALSE", "-Y", filter, "-T", "fields"));
    command.addAll(List.of("-E", "occurrence=f"));
    for (String field : fields) {
      command.addAll(List.of("-e", field));
    }
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader lines = start(capture, command).inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(Arrays.asList(line.split("\t", -1)));
      }
    }
    return rows;
  }

  /// Writes the bodies of HTTP messages as files.
  public static void exportObjects(Path capture, Path folder) throws Exception {
    Process process = start(capture, List.of("-q", "-2", "--export-objects", "http," + folder));
    process.inputReader().transferTo(Writer.nullWriter());
    process.waitFor();
  }

  private static Process start(Path capture, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
