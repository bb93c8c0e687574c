package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Compares each packet's tuple with tshark's over real captures (env AEGIS_CORPUS, and the folder
/// `decode` beside it). One capture in forty by default; all with `-Daegis.differential=all`.
class TsharkDifferentialTests {
  private static final int SAMPLE = 40;

  @Test
  void namesTheInnermostTuplesThatTsharkNames() throws Exception {
    compareAll(DecodeOptions.DEFAULT);
  }

  @Test
  void namesTheOutermostTuplesThatTsharkNames() throws Exception {
    compareAll(DecodeOptions.DEFAULT.withoutDecapsulation());
  }

  private static void compareAll(DecodeOptions options) throws Exception {
    Comparison comparison = new Comparison(options);
    for (Path capture : captures()) {
      comparison.compare(capture);
    }
    comparison.report();
    assertThat(comparison.unexplained).as("differences without a rule").isEmpty();
  }

  private static List<Path> captures() throws IOException {
    String corpus = System.getenv("AEGIS_CORPUS");
    assumeTrue(corpus != null, "skipped: AEGIS_CORPUS does not name the folder of captures");
    assumeTrue(hasTshark(), "skipped: tshark is not installed");
    boolean all = "all".equals(System.getProperty("aegis.differential"));
    List<Path> captures = new ArrayList<>();
    for (Path root : List.of(Path.of(corpus), Path.of(corpus).resolveSibling("decode"))) {
      try (Stream<Path> files = Files.walk(root)) {
        List<Path> sorted =
            files.filter(TsharkDifferentialTests::looksLikeCapture).sorted().toList();
        for (int i = 0; i < sorted.size(); i += all ? 1 : SAMPLE) {
          captures.add(sorted.get(i));
        }
      }
    }
    return captures;
  }

  private static boolean looksLikeCapture(Path file) {
    return file.getFileName().toString().matches(".*\\.(pcap|cap|pcapng|ntar|trace|dmp)(\\.gz)?");
  }

  private static boolean hasTshark() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
  }

  /// Collects differences, sorted by the rule that explains them.
  private static final class Comparison {
    private final DecodeOptions options;
    private final Map<String, Integer> explained = new TreeMap<>();
    final List<String> unexplained = new ArrayList<>();
    private int captures;
    private int packets;
    private int equal;

    Comparison(DecodeOptions options) {
      this.options = options;
    }

    void compare(Path file) throws IOException {
      Optional<CaptureBytes> opened = CaptureBytes.open(file);
      if (opened.isEmpty()) {
        return;
      }
      captures++;
      PacketDecoder decoder = new PacketDecoder(options);
      Packet packet = new Packet();
      Process tshark = tshark(file);
      try (BufferedReader lines = tshark.inputReader()) {
        String line = lines.readLine();
        while (line != null && opened.get().next(packet)) {
          decoder.decode(packet);
          compare(file, packet, TsharkFrame.of(line, options.decapsulate()));
          line = lines.readLine();
        }
      } finally {
        tshark.destroy();
      }
    }

    private static Process tshark(Path file) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of("tshark", "-n", "-r", file.toString(), "-T", "fields", "-E", "occurrence=a"));
      for (String field : TsharkFrame.FIELDS) {
        command.addAll(List.of("-e", field));
      }
      for (String preference :
          List.of(
              "ip.defragment:FALSE",
              "ipv6.defragment:FALSE",
              "tcp.desegment_tcp_streams:FALSE",
              "tcp.analyze_sequence_numbers:FALSE")) {
        command.addAll(List.of("-o", preference));
      }
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .start();
    }

    private void compare(Path file, Packet packet, TsharkFrame frame) {
      packets++;
      String address =
          packet.outcome().hasAddresses() ? packet.source() + " " + packet.destination() : "";
      String ports = packet.sourcePort() + " " + packet.destinationPort();
      if (address.equals(frame.address())
          && (ports.equals(frame.ports()) || laterFragment(packet))) {
        equal++;
        return;
      }
      String rule = DifferenceRules.explain(packet, frame, options);
      if (rule.isEmpty()) {
        unexplained.add(
            file
                + " frame "
                + packet.number()
                + " link "
                + packet.linkType()
                + ": "
                + packet.outcome()
                + " "
                + packet.tunnel()
                + " "
                + address
                + " "
                + ports
                + " | "
                + frame);
      } else {
        explained.merge(rule, 1, Integer::sum);
      }
    }

    private static boolean laterFragment(Packet packet) {
      return packet.fragment() && packet.transportHeaderLength() == 0;
    }

    void report() {
      System.out.printf(
          "decapsulate=%s: %d captures, %d packets, %d equal%n",
          options.decapsulate(), captures, packets, equal);
      explained.forEach((rule, count) -> System.out.printf("  %6d %s%n", count, rule));
      unexplained.stream().limit(4000).forEach(System.out::println);
    }
  }
}
