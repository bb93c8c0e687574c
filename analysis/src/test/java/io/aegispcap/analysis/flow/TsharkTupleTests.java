package io.aegispcap.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.Corpus;
import io.aegispcap.analysis.DifferencePage;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.CaptureWriter;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.Outcome;
import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With timeouts and decapsulation off, the set of our flows' five-tuples is the set that tshark
/// names. A sample by default; all captures with `-Daegis.differential=all`, which also writes the
/// remaining differences, by rule, into `docs/reference`.
@Tag("corpus")
class TsharkTupleTests {
  private static final int SAMPLE = 12;

  /// Captures given to one tshark, one behind the other: most of a short run is its start.
  private static final int TOGETHER = 100;

  private static final EngineOptions OPTIONS =
      new EngineOptions(Corpus.unending(), DecodeOptions.DEFAULT.withoutDecapsulation(), 1);

  /// Layers that tshark opens and we leave closed.
  private static final Pattern CLOSED = Pattern.compile(":(ayiya|wg|gtpprime):");

  @TempDir Path directory;

  private final Map<String, Long> rules = new TreeMap<>();
  private final List<String> unexplained = new ArrayList<>();
  private long tuples;
  private long equalCaptures;

  /// One capture as we see it.
  ///
  /// @param outcomes by frame number, from 1
  private record Seen(
      Path file,
      Set<String> tuples,
      Map<String, Long> firstFrames,
      List<Outcome> outcomes,
      int linkType) {}

  @Test
  void namesTheTuplesThatTsharkNames() throws IOException {
    Corpus.assumeInstalled("tshark");
    List<Path> captures = Corpus.sample(SAMPLE);
    for (int from = 0; from < captures.size(); from += TOGETHER) {
      compare(captures.subList(from, Math.min(captures.size(), from + TOGETHER)));
    }
    String summary =
        "%,d captures, %,d tuples of tshark's; in %,d captures both sets are equal."
            .formatted(captures.size(), tuples, equalCaptures);
    System.out.println("TsharkTupleTests: " + summary);
    rules.forEach((rule, count) -> System.out.println("  " + count + " " + rule));
    if (Corpus.whole() && unexplained.isEmpty()) {
      DifferencePage.write(
          "tshark",
          "\n## tshark: sets of outermost five-tuples\n\n"
              + summary
              + "\n\n"
              + DifferencePage.table("tuples", rules)
              + "\n");
    }
    assertThat(unexplained).as("differences without a rule").isEmpty();
  }

  private void compare(List<Path> captures) throws IOException {
    Path joined = directory.resolve("joined.pcapng");
    List<Seen> seen = new ArrayList<>();
    try (CaptureWriter writer = CaptureWriter.pcapng(joined)) {
      for (Path capture : captures) {
        seen.add(run(capture, writer));
      }
      writer.finish();
    }
    List<TsharkRow> rows = new ArrayList<>();
    Corpus.lines(command(joined), line -> rows.add(TsharkRow.of(line)));
    int from = 0;
    for (Seen one : seen) {
      int to = from + one.outcomes().size();
      compare(one, rows.subList(from, to));
      from = to;
    }
    assertThat(rows).as("frames that tshark read").hasSize(from);
  }

  private static List<String> command(Path capture) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "tshark", "-n", "-r", capture.toString(), "-T", "fields", "-E", "occurrence=f"));
    TsharkRow.FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
    for (String preference :
        List.of(
            "ip.defragment",
            "ipv6.defragment",
            "tcp.desegment_tcp_streams",
            "tcp.analyze_sequence_numbers")) {
      command.addAll(List.of("-o", preference + ":FALSE"));
    }
    return command;
  }

  /// Runs the engine over a capture while its frames are copied.
  private static Seen run(Path capture, CaptureWriter copy) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, Long> firstFrames = new HashMap<>();
    int[] linkType = new int[1];
    try (CaptureFile file = Captures.open(capture, ReadOptions.DEFAULT)) {
      Packet packet = new Packet();
      while (file.next(packet)) {
        copy.write(packet, file.context());
        outcomes.add(Outcome.HELD);
        linkType[0] = packet.linkType();
      }
    }
    try (CaptureFile file = Captures.open(capture, ReadOptions.DEFAULT)) {
      new Engine(OPTIONS)
          .observePackets(packet -> outcomes.set((int) packet.number() - 1, packet.outcome()))
          .observe(flow -> firstFrames.merge(Ends.of(flow), flow.firstFrame(), Math::min))
          .run(file);
    }
    return new Seen(capture, firstFrames.keySet(), firstFrames, outcomes, linkType[0]);
  }

  private void compare(Seen ours, List<TsharkRow> rows) {
    Map<String, TsharkRow> theirs = new HashMap<>();
    long first = rows.isEmpty() ? 0 : rows.getFirst().frame();
    for (TsharkRow row : rows) {
      if (!row.tuple().isEmpty()) {
        theirs.putIfAbsent(row.tuple(), row);
      }
    }
    tuples += theirs.size();
    equalCaptures += theirs.keySet().equals(ours.tuples()) ? 1 : 0;
    Set<String> missing = new HashSet<>(theirs.keySet());
    missing.removeAll(ours.tuples());
    for (String tuple : missing) {
      TsharkRow row = theirs.get(tuple);
      explain(ours, tuple, row, ours.outcomes().get((int) (row.frame() - first)), "only tshark");
    }
    Set<String> added = new HashSet<>(ours.tuples());
    added.removeAll(theirs.keySet());
    for (String tuple : added) {
      long frame = ours.firstFrames().get(tuple);
      explain(ours, tuple, rows.get((int) frame - 1), Outcome.FLOW, "only we");
    }
  }

  private void explain(Seen ours, String tuple, TsharkRow row, Outcome outcome, String who) {
    String rule = rule(ours, row, outcome);
    if (rule.isEmpty()) {
      unexplained.add(ours.file() + ": " + who + ": " + tuple + " " + outcome + " " + row);
    } else {
      rules.merge(who + ": " + rule, 1L, Long::sum);
    }
  }

  private static String rule(Seen ours, TsharkRow row, Outcome outcome) {
    Matcher closed = CLOSED.matcher(row.protocols());
    if (outcome == Outcome.UNSUPPORTED_LINK_TYPE) {
      return "link type " + ours.linkType() + " is not supported; its packets are counted as such";
    }
    if (row.laterFragment()) {
      return "a later fragment has its first fragment's ports, or is counted as an orphan; tshark names it without ports";
    }
    if (closed.find()) {
      return "tshark opens " + closed.group(1) + ", we don't";
    }
    if (outcome == Outcome.FLOW && row.tuple().isEmpty() && row.protocols().matches(".*:ip(v6)?")) {
      return "a header whose end is missing is read as far as it goes; tshark leaves it";
    }
    if (outcome == Outcome.FLOW && row.protocols().endsWith(":sctp")) {
      return "tshark shows no ports of an SCTP packet without chunks";
    }
    if (outcome == Outcome.MALFORMED) {
      return "a header of impossible lengths is counted as malformed; tshark shows its addresses";
    }
    return "";
  }
}
