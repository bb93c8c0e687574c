package io.aegispcap.analysis.detection.movement;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import java.util.Optional;
import java.util.function.Consumer;

/// Shells on another host through Windows Remote Management.
///
/// Formula: a POST to `/wsman` (MS-WSMV 3.1.4); low when it is PowerShell's, else for information.
/// Over TLS it is not seen.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class RemoteShell implements Detector {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "remote-shell",
          "Remote management shell",
          "1.0.0",
          "requests of Windows Remote Management (POST to /wsman) between two hosts: low",
          "MS-WSMV; ATT&CK T1021.006; the grading is own",
          new Technique(
              "T1021.006", "Remote Services: Windows Remote Management", "Lateral Movement"),
          "administrators and automation such as Ansible; collection of events"
              + " (subscriptions)",
          "ask who administers from there; on the server look at PowerShell's event 4104");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, RemoteShell::finding);

  enum Sign {
    POWERSHELL,
    OTHER
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(HttpExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof HttpExchange http
        && http.method().equals("POST")
        && (http.uri().equals("/wsman") || http.uri().startsWith("/wsman?"))) {
      Sign sign = http.uri().contains("PSVersion=") ? Sign.POWERSHELL : Sign.OTHER;
      pairs.at(key, fact).kinds().putIfAbsent(sign, http.host());
    }
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    boolean powerShell = pair.saw(Sign.POWERSHELL);
    return Optional.of(
        pair.finding(
            INFO,
            "%s managed %s by %s"
                .formatted(
                    pair.client(),
                    pair.server(),
                    powerShell ? "a PowerShell session" : "Windows Remote Management"),
            powerShell ? Severity.LOW : Severity.INFO,
            0.5,
            "the requests say so; what they carry is encrypted",
            new Measure("requests", pair.count(), 1, "requests")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
