package io.aegispcap.platform.captures.run;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.report.CaptureFacts;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.capture.file.Notice;
import io.aegispcap.platform.network.KnownNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What an analysis says in a few words.
///
/// @param verdict one sentence
/// @param worst severity, unless there are no alerts
/// @param alerts how many of each severity
/// @param hostsComplete whether every host was counted; else there are more
/// @param wireBytes bytes of all packets as they were on the wire
/// @param firstNanos time of the earliest packet since 1970; 0 without packets
/// @param lastNanos time of the latest packet
/// @param format of the file, such as "pcapng in gzip"
/// @param software version that analysed it
/// @param notices what should be known about the file though it could be read
/// @param incidents the most urgent ones first, at most [#MOST_INCIDENTS]; empty of analyses from
///   before incidents were told
/// @param network empty when nothing was known of the network
public record AnalysisFacts(
    String verdict,
    Optional<Severity> worst,
    Map<Severity, Long> alerts,
    long packets,
    long flows,
    long hosts,
    boolean hostsComplete,
    long wireBytes,
    long firstNanos,
    long lastNanos,
    String format,
    String software,
    List<String> notices,
    Optional<List<ToldIncident>> incidents,
    Optional<AppliedNetwork> network) {
  private static final int MOST_INCIDENTS = 10;

  public AnalysisFacts {
    alerts = Map.copyOf(alerts);
    notices = List.copyOf(notices);
    incidents = incidents.map(List::copyOf);
  }

  static AnalysisFacts of(RunSummary summary, KnownNetwork known) {
    Map<Severity, Long> alerts = new TreeMap<>();
    for (Severity severity : Severity.values()) {
      long count = summary.alerts(severity);
      if (count > 0) {
        alerts.put(severity, count);
      }
    }
    CaptureFacts file = summary.captures().getFirst();
    return new AnalysisFacts(
        summary.verdict(),
        summary.worst(),
        alerts,
        summary.counts().packets(),
        summary.counts().flows(),
        summary.hostCount(),
        summary.complete(),
        summary.wireBytes(),
        summary.first(),
        summary.last(),
        file.format(),
        summary.methods().software(),
        summary.notices().stream().map(AnalysisFacts::words).toList(),
        Optional.of(
            summary.incidents().stream().limit(MOST_INCIDENTS).map(ToldIncident::of).toList()),
        AppliedNetwork.of(known, summary.tuned()));
  }

  private static String words(Notice notice) {
    return String.format(Locale.ROOT, "At byte %,d: %s", notice.offset(), notice.text());
  }

  public long alertCount() {
    return alerts.values().stream().mapToLong(Long::longValue).sum();
  }

  public Instant first() {
    return Instant.ofEpochSecond(0, firstNanos);
  }

  public Instant last() {
    return Instant.ofEpochSecond(0, lastNanos);
  }

  public Duration duration() {
    return Duration.ofNanos(lastNanos - firstNanos);
  }
}
