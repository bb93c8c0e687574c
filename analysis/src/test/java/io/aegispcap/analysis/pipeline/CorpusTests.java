package io.aegispcap.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.Corpus;
import io.aegispcap.analysis.feature.FeatureInvariants;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.report.CsvFlows;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.Outcome;
import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds of every real capture at hand.
@Tag("corpus")
class CorpusTests {
  private static final EngineOptions OPTIONS =
      new EngineOptions(FlowOptions.defaults().withMaxFlows(1_000_000), DecodeOptions.DEFAULT, 1);

  private final List<String> faults = new ArrayList<>();
  private final Map<String, Long> kinds = new TreeMap<>();
  private final Map<Outcome, Long> outcomes = new TreeMap<>();

  @Test
  void accountsForEveryPacketInFiniteNumbers() throws IOException {
    List<Path> captures = Corpus.captures();
    Map<String, Long> frames = frames(captures);
    for (Path capture : captures) {
      check(capture, frames.get(capture.toString()));
    }
    System.out.println("CorpusTests: " + captures.size() + " captures, " + outcomes + ", " + kinds);
    assertThat(faults).isEmpty();
    assertThat(kinds).containsKeys("single packet", "ICMP", "ICMPv6", "IPv6", "TCP", "UDP", "SCTP");
  }

  /// Packets of each file as capinfos counts them.
  private static Map<String, Long> frames(List<Path> captures) throws IOException {
    Corpus.assumeInstalled("capinfos");
    List<String> command = new ArrayList<>(List.of("capinfos", "-T", "-M", "-r", "-c"));
    captures.forEach(capture -> command.add(capture.toString()));
    Map<String, Long> frames = new HashMap<>();
    Corpus.lines(
        command,
        line -> {
          String[] fields = line.split("\t");
          frames.put(fields[0], Long.parseLong(fields[1]));
        });
    return frames;
  }

  private void check(Path capture, long frames) throws IOException {
    long[] inFlows = new long[1];
    try (CaptureFile file = Captures.open(capture, ReadOptions.DEFAULT)) {
      RunResult result =
          new Engine(OPTIONS)
              .observe(
                  flow -> {
                    inFlows[0] += flow.packets();
                    check(capture, flow);
                  })
              .write(new CsvFlows(), OutputStream.nullOutputStream())
              .run(file);
      Map<Outcome, Long> counts =
          result.outcomes().isEmpty() ? Map.of() : result.outcomes().getFirst();
      counts.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
      fault(capture, "packets read", result.packets(), frames);
      fault(
          capture, "packets by outcome", counts.values().stream().mapToLong(n -> n).sum(), frames);
      fault(capture, "packets in flows", inFlows[0], counts.getOrDefault(Outcome.FLOW, 0L));
    }
  }

  private void fault(Path capture, String what, long ours, long theirs) {
    if (ours != theirs) {
      faults.add(capture + ": " + what + ": " + ours + " instead of " + theirs);
    }
  }

  private void check(Path capture, Flow flow) {
    for (String broken : FeatureInvariants.broken(flow)) {
      faults.add(capture + " " + flow.key() + ": " + broken);
    }
    kind("single packet", flow.packets() == 1);
    kind("ICMP", flow.protocol() == Packet.ICMP);
    kind("ICMPv6", flow.protocol() == Packet.ICMPV6);
    kind("TCP", flow.protocol() == Packet.TCP);
    kind("UDP", flow.protocol() == Packet.UDP);
    kind("SCTP", flow.protocol() == Packet.SCTP);
    kind("IPv6", !flow.source().isV4());
  }

  private void kind(String name, boolean applies) {
    if (applies) {
      kinds.merge(name, 1L, Long::sum);
    }
  }
}
