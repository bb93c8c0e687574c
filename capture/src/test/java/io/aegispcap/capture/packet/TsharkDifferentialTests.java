package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.Tshark;
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
    Path corpus = Tshark.corpus();
    boolean all = "all".equals(System.getProperty("aegis.differential"));
    List<Path> captures = new ArrayList<>();
    for (Path root : List.of(corpus, corpus.resolveSibling("decode"))) {
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
      for (List<String> row : tshark(file)) {
        if (opened.get().next(packet)) {
          decoder.decode(packet);
          compare(file, packet, TsharkFrame.of(row, options.decapsulate()));
        }
      }
    }

    private static List<List<String>> tshark(Path file) throws IOException {
      return Tshark.over(file)
          .prefer(
              "ip.defragment:FALSE",
              "ipv6.defragment:FALSE",
              "tcp.desegment_tcp_streams:FALSE",
              "tcp.analyze_sequence_numbers:FALSE")
          .rows(TsharkFrame.FIELDS.toArray(String[]::new));
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
