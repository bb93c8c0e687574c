package io.aegispcap.analysis.detection.content;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Certificates that a careful client would refuse.
///
/// Formula: faults of the server's own certificate at the time of the capture, [CertificateFault];
/// one or two are for information. Self-signed, at an outside server, asked for without a name and
/// with one more fault is low: so do many remote-control programs, and many devices.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class CertificateFaults implements Detector {
  static final int COMBINED = 3;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "certificate-faults",
          "Certificate anomaly",
          "1.0.0",
          "faults of the server's certificate when it was used: expired, not yet valid, self-signed,"
              + " valid for over ten years, short key, broken hash, other name; low when self-signed"
              + " outside, asked for without a name, and one more; else information",
          "RFC 5280, RFC 9525, CA/Browser Forum Baseline Requirements",
          new Technique(
              "T1573.002", "Encrypted Channel: Asymmetric Cryptography", "Command and Control"),
          "devices and test servers with certificates of their own; a client with a wrong clock",
          "see who runs the server, and what the client is");

  private final HomeNetworks home;
  private final Sightings<CertificateFault> pairs =
      Sightings.ofServices(CertificateFault.class, CertificateFaults::finding);

  public CertificateFaults(DetectionOptions options) {
    this.home = options.home();
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(TlsHandshake.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof TlsHandshake tls
        && !tls.certificates().isEmpty()
        && !home.inside(key.destination())) {
      Set<CertificateFault> faults = CertificateFault.of(tls, tls.certificates().getFirst());
      if (faults.stream().anyMatch(fault -> fault != CertificateFault.NO_NAME_ASKED)) {
        Sightings.Pair<CertificateFault> pair = pairs.at(key, fact);
        pair.shown(key, tls.certificateFrameId());
        faults.forEach(fault -> pair.kinds().put(fault, tls.certificates().getFirst().subject()));
      }
    }
  }

  private static Finding finding(Sightings.Pair<CertificateFault> pair) {
    boolean combined =
        pair.kinds().containsKey(CertificateFault.SELF_SIGNED)
            && pair.kinds().containsKey(CertificateFault.NO_NAME_ASKED)
            && pair.kinds().size() >= COMBINED;
    String faults =
        pair.kinds().keySet().stream()
            .map(CertificateFault::words)
            .collect(Collectors.joining(", "))
            .toLowerCase(Locale.ROOT);
    return pair.finding(
        INFO,
        "%s was shown a certificate by %s that is %s"
            .formatted(pair.client(), pair.server(), faults),
        combined ? Severity.LOW : Severity.INFO,
        combined ? 0.5 : 0.3,
        "the certificate says so itself; what it means depends on the server",
        new Measure("faults", pair.kinds().size(), combined ? COMBINED : 1, "faults"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
