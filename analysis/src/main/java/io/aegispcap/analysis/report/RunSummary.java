package io.aegispcap.analysis.report;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.incident.Incident;
import io.aegispcap.analysis.pipeline.RunResult;
import io.aegispcap.analysis.tuning.Tuned;
import io.aegispcap.capture.file.Notice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a run came to; all that terminal, JSON and HTML say.
///
/// @param counts of packets, flows and facts
/// @param wireBytes bytes of all packets as they were on the wire
/// @param transports in descending order of bytes
/// @param applications in descending order of bytes
/// @param hosts at most 200, by bytes, and those that alerts are about
/// @param hostCount hosts in all
/// @param conversations at most 200, by bytes, and those that alerts are about
/// @param conversationCount pairs of hosts in all
/// @param complete whether every host and pair was counted; if not, there were too many, the two
///   counts are lower bounds, and numbers of light ones may be too small
/// @param alerts most urgent first
/// @param incidents what alerts tell together, most urgent first
/// @param tuned what was left out of the alerts, and why
public record RunSummary(
    List<CaptureFacts> captures,
    List<Notice> notices,
    RunResult counts,
    long wireBytes,
    Timeline timeline,
    List<ProtocolCount> transports,
    List<ProtocolCount> applications,
    List<HostSummary> hosts,
    long hostCount,
    List<Conversation> conversations,
    long conversationCount,
    boolean complete,
    List<Alert> alerts,
    List<Incident> incidents,
    Tuned tuned,
    Methods methods) {
  public RunSummary {
    captures = List.copyOf(captures);
    notices = List.copyOf(notices);
    transports = List.copyOf(transports);
    applications = List.copyOf(applications);
    hosts = List.copyOf(hosts);
    conversations = List.copyOf(conversations);
    alerts = List.copyOf(alerts);
    incidents = List.copyOf(incidents);
  }

  /// Time of the earliest packet in nanoseconds since 1970; 0 without packets.
  public long first() {
    return captures.stream()
        .filter(capture -> capture.packets() > 0)
        .mapToLong(CaptureFacts::first)
        .min()
        .orElse(0);
  }

  /// Time of the latest packet; 0 without packets.
  public long last() {
    return captures.stream()
        .filter(capture -> capture.packets() > 0)
        .mapToLong(CaptureFacts::last)
        .max()
        .orElse(0);
  }

  /// Nanoseconds from the earliest to the latest packet.
  public long duration() {
    return last() - first();
  }

  public Optional<Severity> worst() {
    return alerts.stream().map(Alert::severity).max(Severity::compareTo);
  }

  /// The worst severity of alerts and incidents.
  public Optional<Severity> gravest() {
    return Stream.concat(
            alerts.stream().map(Alert::severity), incidents.stream().map(Incident::severity))
        .max(Severity::compareTo);
  }

  public long alerts(Severity severity) {
    return alerts.stream().filter(alert -> alert.severity() == severity).count();
  }

  /// One sentence that says how bad it is.
  public String verdict() {
    return Wording.verdict(this);
  }

  public long packetsInFlows() {
    return captures.stream().mapToLong(CaptureFacts::inFlows).sum();
  }

  public long packetsSkipped() {
    return counts.packets() - packetsInFlows();
  }
}
