package io.aegispcap.analysis.detection.credential;

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
import io.aegispcap.capture.protocol.kerberos.KerberosExchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Tickets asked for in the way of tools that crack them, or that hold nothing but a password's
/// hash.
///
/// Formula: an AS or TGS request (RFC 4120 5.4.1) that was granted and whose first encryption type
/// is RC4. Windows since 2008 and Unix libraries offer AES first. For services: medium from [#MANY]
/// distinct ones on.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class KerberosDowngrade implements Detector {
  static final int MANY = 3;

  private static final int MOST_NAMES = 20;

  /// RC4-PLAIN-OLD-EXP, which Windows before Vista offers, that knows no AES.
  private static final String OF_OLD_WINDOWS = "-133";

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "kerberos-downgrade",
          "Ticket with a weak key asked for",
          "1.0.0",
          "a client asks for Kerberos tickets and offers RC4 first: for services (medium"
              + " from 3 distinct ones on, else low), or for itself (low); clients that"
              + " offer what only Windows before Vista does are left out",
          "ATT&CK T1558.003 (Kerberoasting), T1550.002 (overpass the hash); Metcalf,"
              + " Detecting Kerberoasting Activity",
          new Technique(
              "T1558.003", "Steal or Forge Kerberos Tickets: Kerberoasting", "Credential Access"),
          "very old systems and appliances that know no AES",
          "change the passwords of the services that were asked for, to long ones; disable"
              + " RC4");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, KerberosDowngrade::finding);

  enum Sign {
    SERVICES,
    OWN
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(KerberosExchange.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof KerberosExchange exchange
        && !exchange.offered().isEmpty()
        && exchange.offered().getFirst().startsWith("rc4-hmac")
        && !exchange.offered().contains(OF_OLD_WINDOWS)
        && exchange.error().isEmpty()) {
      Sightings.Pair<Sign> pair = pairs.at(key, fact);
      boolean own = exchange.request().equals("as");
      String names = pair.kinds().getOrDefault(own ? Sign.OWN : Sign.SERVICES, "");
      String name = own ? exchange.client() : exchange.service();
      pair.kinds().put(own ? Sign.OWN : Sign.SERVICES, joined(names, name));
    }
  }

  private static String joined(String names, String name) {
    if (names.isEmpty()) {
      return name;
    }
    List<String> known = List.of(names.split(", ", -1));
    return known.contains(name) || known.size() >= MOST_NAMES ? names : names + ", " + name;
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    String services = pair.kinds().getOrDefault(Sign.SERVICES, "");
    int distinct = services.isEmpty() ? 0 : services.split(", ", -1).length;
    String what =
        distinct > 0
            ? "%d services (%s)".formatted(distinct, services)
            : pair.kinds().get(Sign.OWN);
    return Optional.of(
        pair.finding(
            INFO,
            "%s asked %s for tickets for %s and preferred the weak RC4"
                .formatted(pair.client(), pair.server(), what),
            distinct >= MANY ? Severity.MEDIUM : Severity.LOW,
            distinct >= MANY ? 0.8 : 0.5,
            "systems of the last fifteen years prefer AES",
            new Measure("distinct services", distinct, MANY, "services"),
            new Measure("requests", pair.count(), 1, "requests")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
