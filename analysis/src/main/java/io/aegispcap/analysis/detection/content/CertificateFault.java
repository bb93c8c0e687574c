package io.aegispcap.analysis.detection.content;

import io.aegispcap.capture.protocol.tls.Certificate;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What may be wrong with a server's certificate.
enum CertificateFault {
  /// Its time was over when it was used (RFC 5280 4.1.2.5).
  EXPIRED("expired"),
  /// Its time had not come.
  EARLY("not yet valid"),
  /// Nobody but itself vouches for it.
  SELF_SIGNED("self-signed"),
  /// Valid for more than ten years; public authorities may give 398 days (CA/Browser Forum 6.3.2).
  LONG_LIVED("valid for more than ten years"),
  /// RSA below 2,048 bits (CA/Browser Forum 6.1.5).
  WEAK_KEY("short key"),
  /// Signed with MD5 or SHA-1.
  WEAK_SIGNATURE("signed with a broken hash"),
  /// The name asked for is not among its names (RFC 9525).
  OTHER_NAME("for another name"),
  /// The client named no server, which browsers always do.
  NO_NAME_ASKED("asked for without a name");

  private static final Duration LONG = Duration.ofDays(3_660);
  private static final int WEAK_BITS = 2_048;

  private final String words;

  CertificateFault(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static Set<CertificateFault> of(TlsHandshake tls, Certificate certificate) {
    Set<CertificateFault> faults = EnumSet.noneOf(CertificateFault.class);
    Instant now = Instant.ofEpochSecond(0, tls.timestamp());
    add(faults, EXPIRED, now.isAfter(certificate.notAfter()));
    add(faults, EARLY, now.isBefore(certificate.notBefore()));
    add(faults, SELF_SIGNED, certificate.selfSigned());
    add(faults, LONG_LIVED, certificate.notAfter().isAfter(certificate.notBefore().plus(LONG)));
    add(
        faults,
        WEAK_KEY,
        certificate.keyAlgorithm().equals("RSA")
            && certificate.keyBits() > 0
            && certificate.keyBits() < WEAK_BITS);
    add(faults, WEAK_SIGNATURE, weak(certificate.signatureAlgorithm()));
    add(faults, NO_NAME_ASKED, tls.serverName().isEmpty());
    add(
        faults,
        OTHER_NAME,
        tls.serverName().isPresent() && !covers(certificate, tls.serverName().get()));
    return faults;
  }

  private static void add(Set<CertificateFault> faults, CertificateFault fault, boolean found) {
    if (found) {
      faults.add(fault);
    }
  }

  private static boolean weak(String algorithm) {
    String upper = algorithm.toUpperCase(Locale.ROOT);
    return upper.startsWith("MD5") || upper.startsWith("SHA1") || upper.startsWith("SHA-1");
  }

  /// Whether a name is among the certificate's, a `*` standing for one whole label (RFC 9525 6.3).
  /// A certificate without alternative names is judged by its subject's common name.
  static boolean covers(Certificate certificate, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (String alternative : certificate.alternativeNames()) {
      if (matches(alternative.toLowerCase(Locale.ROOT), wanted)) {
        return true;
      }
    }
    return certificate.alternativeNames().isEmpty()
        && matches(commonName(certificate.subject()).toLowerCase(Locale.ROOT), wanted);
  }

  private static boolean matches(String pattern, String name) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && name.substring(dot + 1).equals(pattern.substring(2));
  }

  /// The common name of a distinguished name; empty when there is none.
  static String commonName(String distinguishedName) {
    for (String part : distinguishedName.split(",", -1)) {
      String trimmed = part.strip();
      if (trimmed.regionMatches(true, 0, "CN=", 0, 3)) {
        return trimmed.substring(3);
      }
    }
    return "";
  }
}
