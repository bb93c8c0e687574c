package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FullDiskTests {
  private static final Pattern ALERT = Pattern.compile("\"id\" : \"(a-[0-9a-f]{10})\"");

  @TempDir Path folder;
  private Path capture;
  private Path small;

  @BeforeEach
  void writeCapture() throws IOException {
    capture = Files.write(folder.resolve("scan.pcap"), Scan.capture(1000));
    small = Files.createDirectory(folder.resolve("small"));
  }

  static Stream<List<String>> outputs() {
    return Stream.of(
        List.of("flows", "-o", "rows.csv"),
        List.of("flows", "-o", "rows.jsonl"),
        List.of("flows", "-o", "rows.parquet"),
        List.of("analyze", "--json", "alerts.json"),
        List.of("analyze", "--report", "report.html"),
        List.of("slice", "-o", "slice.pcapng", "--quiet", "--alert"));
  }

  private Child command(List<String> output) {
    List<Object> words = new ArrayList<>(output);
    words.set(2, small.resolve(output.get(2)));
    words.add(1, capture);
    if (words.getLast().equals("--alert")) {
      Matcher alert = ALERT.matcher(Run.of("analyze", capture, "--json", "-").out());
      assertThat(alert.find()).isTrue();
      words.add(alert.group(1));
    }
    return Child.of(words.toArray());
  }

  private void assertNamesTheOutput(Run run, List<String> output) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("aegis: " + small.resolve(output.get(2)) + ": cannot be written: ")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void leavesNothingWhenTheDiskIsFull(List<String> output) throws Exception {
    leavesNothingOnADiskOf(16, output);
  }

  @Test
  void leavesNothingWhenParquetDoesNotFitBesideItsRows() throws Exception {
    int rows = Run.of("flows", capture).out().length() >> 10;
    leavesNothingOnADiskOf(rows + 8, List.of("flows", "-o", "rows.parquet"));
  }

  /// On a file system that nobody but the command sees, and that goes with it.
  private void leavesNothingOnADiskOf(int kilobytes, List<String> output) throws Exception {
    assumeTrue(
        Child.works("unshare", "-rm", "mount", "-t", "tmpfs", "none", small.toString()),
        "skipped: file systems may not be mounted here");
    String script =
        "mount -t tmpfs -o size=%dk none '%s' && \"$@\"; code=$?; ls -A '%s'; exit $code"
            .formatted(kilobytes, small, small);

    Run run = command(output).under("unshare", "-rm", "sh", "-c", script, "sh").run();

    assertNamesTheOutput(run, output);
    assertThat(run.err()).contains("No space left on device");
    assertThat(run.out()).as("what is left in the folder").isEmpty();
  }

  /// A limit of 8 KB on the files of the process.
  @ParameterizedTest
  @MethodSource("outputs")
  void leavesNothingWhenAFileMayNotGrow(List<String> output) throws Exception {
    assumeTrue(Files.exists(Path.of("/bin/bash")), "skipped: no bash, which limits sizes in KB");

    Run run = command(output).under("/bin/bash", "-c", "ulimit -f 8; exec \"$@\"", "bash").run();

    assertNamesTheOutput(run, output);
    try (Stream<Path> left = Files.list(small)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void saysThatADeviceIsFull() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: no /dev/full");

    Run run = Run.of("flows", capture, "-o", "/dev/full");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("/dev/full: cannot be written: No space left on device")
        .hasLineCount(1);
  }
}
