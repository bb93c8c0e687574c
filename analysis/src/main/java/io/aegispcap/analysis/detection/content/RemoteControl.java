package io.aegispcap.analysis.detection.content;

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
import io.aegispcap.capture.protocol.tls.Certificate;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.util.Optional;
import java.util.function.Consumer;

/// A server with the certificate that a remote-control tool makes for itself unless told otherwise.
///
/// Formula: the subject or issuer of the server's certificate has one of the common names of
/// [Tool]. Source: the tools' published source; corelight's zeek-asyncrat-detector and
/// zeek-quasarrat-detector look for the same names. Whoever changes the name is not seen.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class RemoteControl implements Detector {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "remote-control-certificate",
          "Remote-control tool's certificate",
          "1.0.0",
          "the server's certificate bears a common name that AsyncRAT, DcRAT, Quasar, VenomRAT, BitRAT,"
              + " Cobalt Strike, or Orcus gives by default",
          "the tools' source; corelight zeek-asyncrat-detector, zeek-quasarrat-detector",
          new Technique("T1219", "Remote Access Tools", "Command and Control"),
          "a security test; somebody who administers machines by such a tool",
          "isolate the client; see what it received and sent; look for others that call the server");

  private final Sightings<Tool> pairs = Sightings.ofServices(Tool.class, RemoteControl::finding);

  /// By the common names of their certificates, `|` between them.
  enum Tool {
    ASYNC_RAT("AsyncRAT", "AsyncRAT Server"),
    DC_RAT("DcRAT", "DcRat Server|DcRat"),
    QUASAR("Quasar", "Quasar Server CA|Quasar Client"),
    VENOM("VenomRAT", "VenomRAT Server|VenomRAT"),
    BIT_RAT("BitRAT", "BitRAT"),
    ORCUS("Orcus", "Orcus Server"),
    COBALT_STRIKE("Cobalt Strike", "Major Cobalt Strike");

    private final String title;
    private final String commonNames;

    Tool(String title, String commonNames) {
      this.title = title;
      this.commonNames = commonNames;
    }

    static Optional<Tool> of(Certificate certificate) {
      String subject = CertificateFault.commonName(certificate.subject());
      String issuer = CertificateFault.commonName(certificate.issuer());
      for (Tool tool : values()) {
        for (String name : tool.commonNames.split("\\|", -1)) {
          if (name.equalsIgnoreCase(subject) || name.equalsIgnoreCase(issuer)) {
            return Optional.of(tool);
          }
        }
      }
      return Optional.empty();
    }
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
    if (fact instanceof TlsHandshake tls && !tls.certificates().isEmpty()) {
      Certificate certificate = tls.certificates().getFirst();
      Tool.of(certificate)
          .ifPresent(
              tool -> {
                Sightings.Pair<Tool> pair = pairs.at(key, fact);
                pair.shown(key, tls.certificateFrameId());
                pair.kinds().put(tool, certificate.subject());
              });
    }
  }

  private static Finding finding(Sightings.Pair<Tool> pair) {
    Tool tool = pair.kinds().keySet().iterator().next();
    return pair.finding(
        INFO,
        "%s spoke with %s, whose certificate is that of the remote-control tool %s"
            .formatted(pair.client(), pair.server(), tool.title),
        Severity.HIGH,
        0.9,
        "the name is the tool's default; harmless servers do not bear it",
        new Measure("connections", pair.count(), 1, "connections"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
