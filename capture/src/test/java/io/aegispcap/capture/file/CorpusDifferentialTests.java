package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Frame counts, lengths and times of all captures at hand, against Wireshark's capinfos.
class CorpusDifferentialTests {
  private static final Path CAPINFOS = Path.of("/usr/bin/capinfos");
  private static final Pattern CAPTURE = Pattern.compile(".*\\.(pcap|pcapng|cap)(\\.gz)?");
  private static final Pattern CUT =
      Pattern.compile("capinfos: The file \"(.*)\" appears to have been cut short.*");

  @TempDir Path directory;

  /// What capinfos prints for one file; times are empty where it knows none.
  private record Facts(long frames, long lengths, String earliest, String latest) {}

  @Test
  void agreesWithCapinfosOnAllCaptures() throws Exception {
    List<String> files = corpus();
    Map<String, Facts> theirs = new TreeMap<>();
    Path errors = directory.resolve("errors");
    for (String line : capinfos(files, errors)) {
      String[] fields = line.replace("\"", "").split("\t");
      theirs.put(
          fields[0],
          new Facts(
              Long.parseLong(fields[1]),
              Long.parseLong(fields[2]),
              time(fields[3]),
              time(fields[4])));
    }
    List<String> differences = new ArrayList<>();
    Set<String> cut = new TreeSet<>();
    for (String file : files) {
      compare(file, theirs.get(file), differences, cut);
    }
    assertThat(differences).isEmpty();
    assertThat(cut).isEqualTo(new TreeSet<>(cutAccordingTo(errors)));
    System.out.println(
        "CorpusDifferentialTests: " + files.size() + " captures agree, " + cut.size() + " are cut");
  }

  private static List<String> corpus() throws IOException {
    String corpus = System.getenv("AEGIS_CORPUS");
    assumeTrue(corpus != null, "AEGIS_CORPUS is not set: no captures to compare");
    assumeTrue(Files.exists(CAPINFOS), "capinfos is not installed: nothing to compare with");
    Path captures = Path.of(corpus);
    List<String> files = new ArrayList<>();
    for (Path root : List.of(captures, captures.resolveSibling("decode"))) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> found = Files.walk(root)) {
          found
              .filter(Files::isRegularFile)
              .map(Path::toString)
              .filter(name -> CAPTURE.matcher(name).matches())
              .sorted()
              .forEach(files::add);
        }
      }
    }
    return files;
  }

  private static List<String> capinfos(List<String> files, Path errors) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(CAPINFOS.toString());
    command.addAll(List.of("-T", "-M", "-r", "-Q", "-c", "-d", "-a", "-e", "-S"));
    command.addAll(files);
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    byte[] out = process.getInputStream().readAllBytes();
    process.waitFor();
    return new String(out, StandardCharsets.UTF_8).lines().toList();
  }

  private static String time(String text) {
    return text.equals("n/a") ? "" : text;
  }

  private static void compare(
      String file, Facts theirs, List<String> differences, Set<String> cut) {
    try (CaptureFile capture = Captures.open(Path.of(file), ReadOptions.DEFAULT)) {
      long lengths = lengths(capture);
      CaptureInfo info = capture.captures().getFirst();
      if (theirs == null
          || info.frames() != theirs.frames()
          || lengths != theirs.lengths()
          || !same(theirs.earliest(), info.earliest())
          || !same(theirs.latest(), info.latest())) {
        differences.add(file + ": " + theirs + " but " + info);
      }
      if (capture.notices().stream().anyMatch(notice -> notice.text().contains("is cut short"))) {
        cut.add(file);
      }
    } catch (IOException e) {
      differences.add(file + ": " + theirs + " but " + e.getMessage());
    }
  }

  /// Bytes on the wire of all frames.
  private static long lengths(CaptureFile capture) throws IOException {
    Packet packet = new Packet();
    long sum = 0;
    while (capture.next(packet)) {
      sum += packet.originalLength();
    }
    return sum;
  }

  /// capinfos knows no times where one frame has none, and prints them to the file's resolution.
  private static boolean same(String theirs, long ours) {
    if (theirs.isEmpty()) {
      return true;
    }
    BigDecimal printed = new BigDecimal(theirs);
    BigDecimal exact = BigDecimal.valueOf(ours, 9);
    return exact.setScale(printed.scale(), RoundingMode.FLOOR).compareTo(printed) == 0;
  }

  private static List<String> cutAccordingTo(Path errors) throws IOException {
    try (Stream<String> lines = Files.lines(errors)) {
      return lines
          .map(CUT::matcher)
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .toList();
    }
  }
}
