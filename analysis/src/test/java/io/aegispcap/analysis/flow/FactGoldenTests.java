package io.aegispcap.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.Corpus;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is read of real captures, a file for each protocol. The first line of a file names its
/// capture: a new one begins with this line alone, and `-Dgolden.update`.
@Tag("golden")
class FactGoldenTests {
  private static final Path FOLDER = Path.of("src/test/resources/io/aegispcap/analysis/facts");
  private static final int MOST = 25;

  /// No capture at hand holds them; their tests use bytes written from specifications.
  private static final Set<String> WITHOUT = Set.of("s7comm-plus", "stratum", "shell");

  /// The first facts of a protocol.
  private record First(String protocol, FactLines lines, int[] count) implements FlowObserver {
    First(String protocol) {
      this(protocol, new FactLines(), new int[1]);
    }

    @Override
    public Interest interest() {
      return new Interest(false, false, Set.of(Fact.class));
    }

    @Override
    public void flow(Flow flow) {
      throw new IllegalStateException("flows were not asked for");
    }

    @Override
    public void fact(FlowKey key, Fact fact) {
      if (fact.protocol().equals(protocol) && count[0]++ < MOST) {
        lines.add(key, fact);
      }
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static String protocol(Path file) {
    return file.getFileName().toString().replace(".txt", "");
  }

  @Test
  void readsTheSameOfRealCaptures() throws IOException {
    Path decode = Corpus.decode("");
    Golden golden = new Golden(FOLDER);
    for (Path file : files()) {
      String capture = Files.readAllLines(file).getFirst();
      First first = new First(protocol(file));
      EngineOptions options = new EngineOptions(FlowOptions.defaults(), DecodeOptions.DEFAULT, 2);
      try (CaptureFile source =
          Captures.open(decode.resolveSibling(capture), ReadOptions.DEFAULT)) {
        new Engine(options).observe(first).run(source);
      }
      assertThat(first.count()[0]).as(file.toString()).isPositive();
      golden.check(file.getFileName().toString(), capture + "\n" + first.lines());
    }
  }

  @Test
  void isThereForEachProtocol() throws IOException {
    KnownProtocols known = new KnownProtocols();
    Set<String> expected =
        Stream.of(known.over(Packet.TCP), known.over(Packet.UDP))
            .flatMap(List::stream)
            .map(Protocol::name)
            .filter(name -> !WITHOUT.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(files().stream().map(FactGoldenTests::protocol).toList()).containsAll(expected);
  }
}
