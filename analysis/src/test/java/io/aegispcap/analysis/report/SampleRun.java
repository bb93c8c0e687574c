package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Evidence;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.incident.Incidents;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.analysis.pipeline.RunResult;
import io.aegispcap.analysis.tuning.Prevalence;
import io.aegispcap.analysis.tuning.Suppressed;
import io.aegispcap.analysis.tuning.Tuned;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.Notice;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// A run over a small capture that is built here, with alerts that no detector has to find.
final class SampleRun {
  static final long START = 1_769_847_300_000_000_000L; // 2026-01-31 08:15:00 UTC
  static final String HOSTILE = "\"><script>alert('1')</script>\u001b[31m\u202e.example";

  static final DetectorInfo SCAN =
      new DetectorInfo(
          "port-scan",
          "Port scan",
          "1.0.0",
          "at least 25 ports of one host without an answer",
          "Jung et al. 2004",
          new Technique("T1046", "Network Service Discovery", "Discovery"),
          "an inventory scan of your own",
          "ask who runs the source");

  static final DetectorInfo LOGIN =
      new DetectorInfo(
          "brute-force",
          "Brute force",
          "1.0.0",
          "at least 30 failed logins",
          "Zeek",
          new Technique("T1110", "Brute Force", "Credential Access"),
          "a program with an old password",
          "see whether a login came through");

  static final DetectorInfo CALL =
      new DetectorInfo(
          "beaconing",
          "Beaconing",
          "1.0.0",
          "an even rhythm",
          "RITA v5",
          new Technique("T1071", "Application Layer Protocol", "Command and Control"),
          "updates",
          "find the program that calls");

  private SampleRun() {}

  /// A scan of 40 ports, a web exchange with a hostile host name, and a frame that is not IP.
  static byte[] capture() {
    PcapBuilder pcap = PcapBuilder.pcap();
    for (int port = 1; port <= 40; port++) {
      pcap.frame(
          START + port * 10_000_000L,
          Frames.ethernet()
              .ipv4("203.0.113.9", "10.0.0.5")
              .tcp(40_000 + port, port)
              .flags(PacketBuilder.SYN)
              .build());
    }
    long at = START + 60_000_000_000L;
    pcap.frame(at, web(true, PacketBuilder.SYN, 0, ""));
    pcap.frame(at + 1_000_000, web(false, PacketBuilder.SYN | PacketBuilder.ACK, 0, ""));
    pcap.frame(at + 2_000_000, web(true, PacketBuilder.ACK, 1, request()));
    pcap.frame(
        at + 3_000_000,
        web(false, PacketBuilder.ACK, 1, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"));
    pcap.frame(at + 4_000_000, new byte[60]);
    return pcap.build();
  }

  private static String request() {
    return "GET / HTTP/1.1\r\nHost: www.example.com\r\nUser-Agent: <b>x</b>\r\n\r\n";
  }

  private static byte[] web(boolean forth, int flags, long sequence, String payload) {
    PacketBuilder ip =
        forth
            ? Frames.ethernet().ipv4("10.0.0.7", "198.51.100.1").tcp(50_000, 80)
            : Frames.ethernet().ipv4("198.51.100.1", "10.0.0.7").tcp(80, 50_000);
    return ip.flags(flags).seq(sequence).payload(payload).build();
  }

  static Alert alert(String id, Severity severity, String subject, String sentence) {
    List<FlowKey> flows = new ArrayList<>();
    for (int port = 1; port <= 3; port++) {
      flows.add(
          new FlowKey(
              IpAddress.parse("203.0.113.9"),
              IpAddress.parse("10.0.0.5"),
              40_000 + port,
              port,
              6,
              -1));
    }
    return new Alert(
        id,
        SCAN,
        subject,
        Optional.of("10.0.0.5"),
        List.of(sentence),
        severity,
        0.95,
        "40 ports against a threshold of 25",
        START + 10_000_000L,
        START + 400_000_000L,
        40,
        List.of(
            new Measure("distinct ports", 40, 25, "ports"),
            new Measure("share answered", 0.125, Double.NaN, "")),
        new Evidence(
            LongStream.rangeClosed(1, 40).map(n -> FrameId.of(0, n)).boxed().toList(),
            40,
            flows,
            40));
  }

  /// One packet of the capture proves it.
  static Alert proven(
      String id,
      DetectorInfo detector,
      Severity severity,
      String subject,
      String target,
      String sentence,
      long packet) {
    return new Alert(
        id,
        detector,
        subject,
        Optional.of(target),
        List.of(sentence),
        severity,
        0.6,
        "an example",
        START + packet * 1_000_000_000L,
        START + packet * 1_000_000_000L,
        1,
        List.of(),
        new Evidence(List.of(FrameId.of(0, packet)), 1, List.of(), 0));
  }

  static List<Alert> alerts() {
    return List.of(
        alert("a-0000000001", Severity.HIGH, "203.0.113.9", "203.0.113.9 tried 40 TCP ports"),
        proven(
            "a-0000000003",
            LOGIN,
            Severity.MEDIUM,
            "203.0.113.9",
            "10.0.0.5:22",
            "203.0.113.9 failed 40 logins at 10.0.0.5:22",
            41),
        proven(
            "a-0000000004",
            CALL,
            Severity.LOW,
            "10.0.0.5",
            "198.51.100.1:80 (<i>evil</i>.example)",
            "10.0.0.5 called 198.51.100.1:80 12 times",
            44),
        alert("a-0000000002", Severity.LOW, HOSTILE, HOSTILE + " asked for something"));
  }

  private static Tuned tuned() {
    return new Tuned(
        alerts(),
        List.of(
            new Suppressed(
                alert("a-0000000005", Severity.LOW, "10.0.0.8", "10.0.0.8 <u>scans</u>"),
                Suppressed.By.ALLOW_LIST,
                "our <own> scanner (allow.jsonl, line 1)")),
        List.of("allow.jsonl, line 2: expired on 2026-01-01 and is not applied: a test"),
        Prevalence.NONE);
  }

  static RunSummary summary(List<Alert> alerts, byte[] capture, int threads) throws IOException {
    SummaryCollector collector = new SummaryCollector();
    EngineOptions engine =
        new EngineOptions(
            FlowOptions.defaults().withMaxFlows(10_000), DecodeOptions.DEFAULT, threads);
    AnalysisOptions options =
        new AnalysisOptions(ReadOptions.DEFAULT, engine, List.of("10.0.0.0/8"));
    HomeNetworks home = options.homeNetworks();
    try (CaptureFile source =
        Captures.open(
            "night <b>.pcap",
            Channels.newChannel(new ByteArrayInputStream(capture)),
            ReadOptions.DEFAULT)) {
      RunResult result =
          new Engine(engine)
              .observe(collector)
              .observePackets(collector)
              .write(new CsvFlows(), OutputStream.nullOutputStream())
              .run(source);
      Talkers talkers = collector.talkers();
      return new RunSummary(
          List.of(
              CaptureFacts.of(
                  source.captures().getFirst(),
                  Optional.of("ab".repeat(32)),
                  result.outcomes().isEmpty() ? java.util.Map.of() : result.outcomes().getFirst())),
          List.of(new Notice("night <b>.pcap", 24, "an example of a notice")),
          result,
          collector.wireBytes(),
          collector.timeline(alerts),
          collector.transports(),
          collector.applications(),
          talkers.hosts(alerts, home),
          talkers.hostCount(),
          talkers.conversations(alerts),
          talkers.conversationCount(),
          talkers.complete(),
          alerts,
          Incidents.of(alerts, home),
          alerts.isEmpty() ? new Tuned(List.of(), List.of(), List.of(), Prevalence.NONE) : tuned(),
          new Methods("1.2.3", options, List.of(SCAN), FeatureSchema.V1));
    }
  }

  static RunSummary summary() throws IOException {
    return summary(alerts(), capture(), 1);
  }
}
