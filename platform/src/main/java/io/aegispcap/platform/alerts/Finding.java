package io.aegispcap.platform.alerts;

import io.aegispcap.analysis.detection.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An alert as the analysis stated it: `$defs/alert` of `docs/reference/analysis.schema.json`.
///
/// @param id the engine's, the same for the same capture, detectors and options
/// @param sentences what happened; at least one
/// @param count guesses, ports, queries, connections
/// @param confidence 0 to 1
/// @param benign what harmless thing may look the same
/// @param next what to do next
public record Finding(
    String id,
    Severity severity,
    List<String> sentences,
    String subject,
    Optional<String> target,
    Instant start,
    Instant end,
    long count,
    double confidence,
    String confidenceReason,
    Rule rule,
    List<Technique> techniques,
    List<String> tactics,
    List<Measure> measures,
    Evidence evidence,
    String wiresharkFilter,
    String benign,
    String next) {
  public Finding {
    sentences = List.copyOf(sentences);
    techniques = List.copyOf(techniques);
    tactics = List.copyOf(tactics);
    measures = List.copyOf(measures);
  }

  public String sentence() {
    return sentences.getFirst();
  }

  /// Who takes part, by address or name.
  public List<String> hosts() {
    return Stream.concat(
            Stream.concat(Stream.of(host(subject)), target.stream().map(Finding::host)),
            evidence.flows().stream()
                .flatMap(flow -> Stream.of(flow.source().ip(), flow.destination().ip())))
        .distinct()
        .toList();
  }

  /// The address or name in such as `192.0.2.1:443 (example.org)`.
  public static String host(String party) {
    String first = party.split(" ", 2)[0];
    int colon = first.indexOf(':');
    boolean port = colon >= 0 && colon == first.lastIndexOf(':');
    if (first.startsWith("[")) {
      return first.substring(1, Math.max(1, first.indexOf(']')));
    }
    return port ? first.substring(0, colon) : first;
  }

  /// The detector.
  public record Rule(String id, String name, String version) {}

  /// Of MITRE ATT&CK.
  public record Technique(String id, String name) {}

  /// @param threshold from which on it counts; empty where there is none
  public record Measure(String name, double value, Optional<Double> threshold, String unit) {}

  /// @param packetsTotal how many prove it; more than are listed when there are too many
  public record Evidence(
      long packetsTotal, List<Packets> packets, long flowsTotal, List<Flow> flows) {
    public Evidence {
      packets = List.copyOf(packets);
      flows = List.copyOf(flows);
    }

    public long packetsListed() {
      return packets.stream()
          .flatMap(packets -> packets.ranges().stream())
          .mapToLong(range -> range.last() - range.first() + 1)
          .sum();
    }
  }

  /// @param capture index among the analysed files
  public record Packets(int capture, List<Range> ranges) {
    public Packets {
      ranges = List.copyOf(ranges);
    }
  }

  /// Frame numbers, from 1.
  public record Range(long first, long last) {}

  public record Flow(Endpoint source, Endpoint destination, String communityId, String transport) {}

  public record Endpoint(String ip, int port) {}
}
