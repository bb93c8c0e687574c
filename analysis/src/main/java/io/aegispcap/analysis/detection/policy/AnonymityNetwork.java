package io.aegispcap.analysis.detection.policy;

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
import io.aegispcap.capture.protocol.dns.DnsExchange;
import io.aegispcap.capture.protocol.tls.Certificate;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A host that is connected with Tor.
///
/// Formula: the server name of a TLS handshake is `www.`, 4 to 25 letters of Base32, `.com`, and
/// either the certificate's subject and issuer are such names too, different from it and from each
/// other, or nobody asked for the name and it holds a digit of Base32; for information. Bridges
/// that hide Tor are not seen.
///
/// Memory: [Sightings#MOST] pairs, [#NAMES] names that were asked for, and the evidence.
public final class AnonymityNetwork implements Detector {
  private static final int NAMES = 16_384;
  private static final Pattern NAME = Pattern.compile("www\\.([a-z2-7]{4,25})\\.com");
  private static final Pattern COMMON_NAME =
      Pattern.compile("(?i)CN ?= ?(www\\.[a-z2-7]{4,25}\\.(?:com|net))");
  private static final Pattern DIGIT = Pattern.compile("[2-7]");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "anonymity-network",
          "Anonymity network",
          "1.0.0",
          "the TLS server name is www.(4 to 25 letters of Base32).com, and subject and issuer of the"
              + " certificate are two more such names, or nobody asked DNS for it and it has digits of"
              + " Base32; for information",
          "Tor's source (crypto_random_hostname in tortls.c); Zeek and Suricata look for the same",
          new Technique("T1090.003", "Multi-hop Proxy", "Command and Control"),
          "somebody who uses Tor with permission",
          "ask who uses it; see what else the host did at that time");

  private final Sightings<Sign> pairs = Sightings.ofServices(Sign.class, AnonymityNetwork::finding);
  private final Map<String, Boolean> asked =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > NAMES;
        }
      };

  enum Sign {
    CERTIFICATE,
    NAME
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(DnsExchange.class, TlsHandshake.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof DnsExchange dns) {
      if (dns.name().startsWith("www.")) {
        asked.put(dns.name(), true);
      }
    } else if (fact instanceof TlsHandshake tls && tls.serverName().isPresent()) {
      handshake(key, tls, tls.serverName().get());
    }
  }

  private void handshake(FlowKey key, TlsHandshake tls, String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return;
    }
    if (!tls.certificates().isEmpty()) {
      if (ofTor(tls.certificates().getFirst(), name)) {
        pairs.at(key, tls).kinds().put(Sign.CERTIFICATE, name);
      }
    } else if (!asked.containsKey(name) && DIGIT.matcher(matcher.group(1)).find()) {
      pairs.at(key, tls).kinds().put(Sign.NAME, name);
    }
  }

  private static boolean ofTor(Certificate certificate, String name) {
    Matcher subject = COMMON_NAME.matcher(certificate.subject());
    Matcher issuer = COMMON_NAME.matcher(certificate.issuer());
    return subject.matches()
        && issuer.matches()
        && !subject.group(1).equals(issuer.group(1))
        && !subject.group(1).equals(name);
  }

  private static Finding finding(Sightings.Pair<Sign> pair) {
    boolean certain = pair.saw(Sign.CERTIFICATE);
    return pair.finding(
        INFO,
        "%s is connected with %s as programs of Tor are (%s)"
            .formatted(pair.client(), pair.server(), pair.kinds().values().iterator().next()),
        Severity.INFO,
        certain ? 0.9 : 0.5,
        certain ? "names and certificate are made as Tor makes them" : "only the name tells",
        new Measure("connections", pair.count(), 1, "connections"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
