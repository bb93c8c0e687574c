package io.aegispcap.analysis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.flow.VlanKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Real captures, which lie outside the repository: those of env AEGIS_CORPUS, and those in the
/// folder `decode` beside it.
public final class Corpus {
  private static final String CAPTURE = ".*\\.(pcap|pcapng|cap|ntar|trace|dmp)(\\.gz)?";

  /// No timeout that a capture could reach.
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private Corpus() {}

  /// Whether differentials run over all captures (`-Daegis.differential=all`), and write what they
  /// find into `docs/reference`.
  public static boolean whole() {
    return "all".equals(System.getProperty("aegis.differential"));
  }

  /// All captures in the order of their names; skips the test where there are none.
  public static List<Path> captures() throws IOException {
    List<Path> captures = new ArrayList<>(capturesIn(root()));
    captures.addAll(capturesIn(decode("")));
    return captures;
  }

  /// Each n-th capture, or all when the whole corpus is asked for.
  public static List<Path> sample(int each) throws IOException {
    List<Path> all = captures();
    int step = whole() ? 1 : each;
    return Stream.iterate(0, i -> i < all.size(), i -> i + step).map(all::get).toList();
  }

  public static List<Path> capturesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(CAPTURE))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static Path root() {
    String corpus = System.getenv("AEGIS_CORPUS");
    assumeTrue(corpus != null, "skipped: AEGIS_CORPUS does not name the folder of captures");
    return Path.of(corpus);
  }

  /// A folder of the decoding set.
  public static Path decode(String folder) {
    Path path = root().resolveSibling("decode").resolve(folder);
    assumeTrue(Files.isDirectory(path), "skipped: no folder " + path);
    return path;
  }

  /// Flows that nothing ends but the capture's end, VLANs aside.
  public static FlowOptions unending() {
    return new FlowOptions(FOREVER, FOREVER, FOREVER, FOREVER, FOREVER, 10_000_000, VlanKey.NEVER);
  }

  /// Runs one of Wireshark's or other programs and takes the lines it prints.
  public static void lines(List<String> command, Consumer<String> taker) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(taker);
    } finally {
      process.destroy();
    }
  }

  /// Skips the test where a program is not installed.
  public static void assumeInstalled(String program) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(installed, "skipped: " + program + " is not installed");
  }
}
