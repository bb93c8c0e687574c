package io.aegispcap.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.Corpus;
import io.aegispcap.analysis.DifferencePage;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Connections of Zeek's traces against the `conn.log`s that Zeek's own tests expect. The logs do
/// not name their traces, so each is compared with the trace whose connections fit best.
@Tag("corpus")
class ZeekConnectionTests {
  private static final String DIRECTION =
      "whose packet opened a connection met midway: Zeek goes by ports it knows, we by SYN-ACK, privileged ports and DNS answers";

  private static final String CUT =
      "the same packets in all, cut into connections elsewhere: Zeek ends unanswered attempts after 5 s, reset ones at once";

  private static final String TUNNEL =
      "inside a tunnel we leave closed (AYIYA), in the middle of nested ones, which Zeek logs as well, or behind the first frame of an 802.11 aggregate";

  private static final FlowOptions TIMEOUTS =
      new FlowOptions(
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofDays(10_000),
          Duration.ofSeconds(5),
          1_000_000,
          VlanKey.COLLISION);

  private final Map<String, Long> rules = new TreeMap<>();
  private final List<String> unexplained = new ArrayList<>();
  private final Map<String, List<Trace>> tracesByEnds = new HashMap<>();
  private long rows;
  private long equal;

  /// @param flows by their ends
  private record Trace(Path file, Map<String, List<Ours>> flows) {}

  private record Ours(
      String from,
      String state,
      long forwardPackets,
      long forwardBytes,
      long backwardPackets,
      long backwardBytes) {

    static Ours of(Flow flow) {
      boolean icmp = flow.protocol() == Packet.ICMP || flow.protocol() == Packet.ICMPV6;
      return new Ours(
          flow.source() + " " + (icmp ? 0 : flow.sourcePort()),
          flow.state().name(),
          flow.forward().packets(),
          flow.forward().ipBytes(),
          flow.backward().packets(),
          flow.backward().ipBytes());
    }

    boolean sameSides(ZeekConnection zeek) {
      return from.equals(zeek.from());
    }

    boolean samePackets(ZeekConnection zeek) {
      return sameSides(zeek)
          ? forwardPackets == zeek.originatorPackets() && backwardPackets == zeek.responderPackets()
          : backwardPackets == zeek.originatorPackets()
              && forwardPackets == zeek.responderPackets();
    }

    boolean sameBytes(ZeekConnection zeek) {
      return sameSides(zeek)
          ? forwardBytes == zeek.originatorBytes() && backwardBytes == zeek.responderBytes()
          : backwardBytes == zeek.originatorBytes() && forwardBytes == zeek.responderBytes();
    }

    long packets() {
      return forwardPackets + backwardPackets;
    }

    int likeness(ZeekConnection zeek) {
      return (sameSides(zeek) ? 1 : 0)
          + (samePackets(zeek) ? 4 : 0)
          + (sameBytes(zeek) ? 2 : 0)
          + (state.equals(zeek.state()) ? 1 : 0);
    }
  }

  @Test
  void seesTheConnectionsThatZeekSees() throws IOException {
    Path zeek = Corpus.decode("zeek/testing/btest");
    for (Path capture : Corpus.capturesIn(zeek.resolve("Traces"))) {
      Trace trace = run(capture);
      trace
          .flows()
          .keySet()
          .forEach(ends -> tracesByEnds.computeIfAbsent(ends, e -> new ArrayList<>()).add(trace));
    }
    int logs = 0;
    try (Stream<Path> files = Files.walk(zeek.resolve("Baseline"))) {
      for (Path log :
          files
              .filter(file -> file.getFileName().toString().matches("conn.*\\.log"))
              .sorted()
              .toList()) {
        List<ZeekConnection> connections = ZeekConnection.read(log);
        logs += connections.isEmpty() ? 0 : 1;
        compare(log, connections);
      }
    }
    report(logs);
    assertThat(unexplained).as("differences without a rule").isEmpty();
  }

  private void report(int logs) throws IOException {
    String summary =
        "%,d of %,d connections in %,d logs are equal: sides, packets, bytes, state."
            .formatted(equal, rows, logs);
    System.out.println("ZeekConnectionTests: " + summary);
    rules.forEach((rule, count) -> System.out.println("  " + count + " " + rule));
    if (Corpus.whole() && unexplained.isEmpty()) {
      DifferencePage.write(
          "zeek",
          "\n## Zeek: connections of its own traces\n\n"
              + summary
              + "\n\n"
              + DifferencePage.table("connections", rules)
              + "\n");
    }
  }

  /// Zeek logs a tunnel's own connection beside those inside it.
  private static Trace run(Path capture) throws IOException {
    Map<String, List<Ours>> flows = new HashMap<>();
    collect(capture, DecodeOptions.DEFAULT, flows);
    Map<String, List<Ours>> outer = new HashMap<>();
    collect(capture, DecodeOptions.DEFAULT.withoutDecapsulation(), outer);
    outer.forEach(
        (ends, list) -> {
          List<Ours> known = flows.computeIfAbsent(ends, e -> new ArrayList<>());
          list.stream().filter(flow -> !known.contains(flow)).toList().forEach(known::add);
        });
    return new Trace(capture, flows);
  }

  private static void collect(Path capture, DecodeOptions decode, Map<String, List<Ours>> flows)
      throws IOException {
    try (CaptureFile file = Captures.open(capture, ReadOptions.DEFAULT)) {
      new Engine(new EngineOptions(TIMEOUTS, decode, 1))
          .observe(
              flow ->
                  flows
                      .computeIfAbsent(Ends.of(flow), ends -> new ArrayList<>())
                      .add(Ours.of(flow)))
          .run(file);
    }
  }

  private void compare(Path log, List<ZeekConnection> connections) {
    Optional<Trace> trace =
        connections.stream()
            .flatMap(connection -> tracesByEnds.getOrDefault(connection.ends(), List.of()).stream())
            .distinct()
            .max(Comparator.comparingLong(candidate -> likeness(candidate, connections)));
    if (trace.isEmpty()) {
      rules.merge("the log's trace is not in the set", (long) connections.size(), Long::sum);
      return;
    }
    Map<String, List<Ours>> left = new HashMap<>();
    trace.get().flows().forEach((ends, flows) -> left.put(ends, new ArrayList<>(flows)));
    for (ZeekConnection connection : connections) {
      rows++;
      List<Ours> flows = left.getOrDefault(connection.ends(), List.of());
      Optional<Ours> flow =
          flows.stream().max(Comparator.comparingInt(one -> one.likeness(connection)));
      flow.ifPresent(flows::remove);
      String where = log + " ~ " + trace.get().file().getFileName();
      compare(where, connection, flow, samePacketsInAll(connection, connections, trace.get()));
    }
  }

  /// Whether the connections of one five-tuple have as many packets in all as our flows.
  private static boolean samePacketsInAll(
      ZeekConnection connection, List<ZeekConnection> connections, Trace trace) {
    long theirs =
        connections.stream()
            .filter(other -> other.ends().equals(connection.ends()))
            .mapToLong(ZeekConnection::packets)
            .sum();
    return theirs
        == trace.flows().getOrDefault(connection.ends(), List.of()).stream()
            .mapToLong(Ours::packets)
            .sum();
  }

  private static long likeness(Trace trace, List<ZeekConnection> connections) {
    return connections.stream()
        .mapToLong(
            connection ->
                trace.flows().getOrDefault(connection.ends(), List.of()).stream()
                    .mapToInt(flow -> 8 + flow.likeness(connection))
                    .max()
                    .orElse(0))
        .sum();
  }

  private void compare(
      String where, ZeekConnection zeek, Optional<Ours> flow, boolean samePacketsInAll) {
    if (flow.isPresent() && flow.get().likeness(zeek) == 8) {
      equal++;
      return;
    }
    String rule = rule(zeek, flow, samePacketsInAll);
    if (rule.isEmpty()) {
      unexplained.add(where + ": " + zeek + " | " + flow.map(Ours::toString).orElse("none"));
    } else {
      rules.merge(rule, 1L, Long::sum);
    }
  }

  private static String rule(ZeekConnection zeek, Optional<Ours> flow, boolean samePacketsInAll) {
    if (flow.isEmpty()) {
      return withoutFlow(zeek, samePacketsInAll);
    }
    Ours ours = flow.get();
    if (zeek.packets() == 0) {
      return "Zeek counts no packet with a wrong checksum or a cut end; we count all";
    }
    if (ours.samePackets(zeek)) {
      return samePackets(zeek, ours);
    }
    if (zeek.history().contains("^") && ours.packets() == zeek.packets()) {
      return DIRECTION;
    }
    return otherPackets(zeek, ours, samePacketsInAll);
  }

  private static String samePackets(ZeekConnection zeek, Ours ours) {
    boolean sameBytes = ours.sameBytes(zeek);
    if (!sameBytes && ours.forwardBytes() + ours.backwardBytes() > zeek.bytes()) {
      return "IP bytes: Zeek leaves some segments above 1,500 bytes out";
    }
    if (sameBytes && !zeek.protocol().matches("tcp|udp")) {
      return "Zeek names states of TCP and UDP alone; our other flows are SF, S0 or SHR";
    }
    return sameBytes && !ours.sameSides(zeek) ? DIRECTION : "";
  }

  private static String otherPackets(ZeekConnection zeek, Ours ours, boolean samePacketsInAll) {
    if (samePacketsInAll) {
      return CUT;
    }
    if (ours.packets() > zeek.packets()) {
      return "Zeek saw fewer packets: its test has it drop them or stop, or it had ended the connection";
    }
    if (zeek.ends().contains(" 2152 ")) {
      return "a tunnel's fragmented datagram: Zeek counts it once, as long as it is whole; we count fragments";
    }
    return zeek.tunnelled() ? TUNNEL : "";
  }

  private static String withoutFlow(ZeekConnection zeek, boolean samePacketsInAll) {
    if (zeek.ends().endsWith(" 132")) {
      return "Zeek reads no ports of SCTP";
    }
    if (samePacketsInAll) {
      return CUT;
    }
    return zeek.tunnelled() ? TUNNEL : "";
  }
}
