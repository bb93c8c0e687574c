package io.aegispcap.analysis.detection.login;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.http.HttpExchange;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Passwords that anyone on the way can read.
///
/// Formula: a login whose password was sent in clear, or an HTTP `Authorization: Basic` field (RFC
/// 7617); low severity when it goes outside, else for information. Anonymous FTP (RFC 1635) is left
/// out: its password is nobody's.
///
/// Memory: [#SERVICES] client and service pairs and the evidence.
public final class ClearCredentials implements Detector {
  private static final int SERVICES = 16_384;
  private static final Set<String> NOBODY = Set.of("anonymous", "ftp");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "clear-credentials",
          "Password in clear",
          "1.0.0",
          "a login whose password was readable, anonymous ones left out; low when the service is"
              + " outside, else for information",
          "RFC 7617 section 4, RFC 8314",
          new Technique("T1040", "Network Sniffing", "Credential Access"),
          "an old device or test system on a network that you trust",
          "let the service require encryption, and change the password");

  private final HomeNetworks home;
  private final TrackMap<Service> services = new TrackMap<>(SERVICES, Service::new, s -> {});

  public ClearCredentials(DetectionOptions options) {
    this.home = options.home();
  }

  private static final class Service {
    final Proof proof = new Proof();
    final Span span = new Span();
    String client = "";
    String server = "";
    String protocol = "";
    boolean outside;
    long logins;

    Service(long a, long b, long c, long d, long e) {}
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(LoginAttempt.class, HttpExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof LoginAttempt login) {
      if (login.cleartext() && !NOBODY.contains(login.user().toLowerCase(Locale.ROOT))) {
        seen(key, login);
      }
    } else if (fact instanceof HttpExchange http && http.basicUser().isPresent()) {
      seen(key, http);
    }
  }

  private void seen(FlowKey key, Fact fact) {
    Service service =
        services.at(
            key.source().high(),
            key.source().low(),
            key.destination().high(),
            key.destination().low(),
            key.destinationPort(),
            fact.timestamp());
    service.client = key.source().toString();
    service.server = Addresses.endpoint(key.destination(), key.destinationPort());
    service.protocol = fact.protocol();
    service.outside = !home.inside(key.destination());
    service.logins++;
    service.proof.add(key, fact.frameId());
    service.span.add(fact.timestamp());
  }

  private static Finding finding(Service service) {
    return new Finding(
        INFO,
        service.client,
        Optional.of(service.server),
        "%s sent %s in clear to %s by %s%s"
            .formatted(
                service.client,
                service.logins == 1 ? "a password" : "passwords",
                service.server,
                service.protocol.toUpperCase(Locale.ROOT),
                service.logins == 1 ? "" : ", %d times".formatted(service.logins)),
        service.outside ? Severity.LOW : Severity.INFO,
        0.95,
        "the password stood in the packets",
        service.span.first(),
        service.span.last(),
        service.logins,
        List.of(new Measure("logins in clear", service.logins, 1, "logins")),
        service.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    services.forEach(service -> findings.accept(finding(service)));
  }
}
