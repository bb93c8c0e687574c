package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.asn1.DerReader;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// Reads X.509 certificates (RFC 5280 4.1) for what they say, without judging it.
public final class CertificateParser {
  private static final int VERSION = 0xa0;
  private static final int ISSUER_ID = 0x81;
  private static final int SUBJECT_ID = 0x82;
  private static final int EXTENSIONS = 0xa3;

  private CertificateParser() {}

  /// @param der the certificate's bytes
  /// @throws MalformedMessageException when it is not a certificate
  public static Certificate parse(Bytes der) {
    DerReader outer = new DerReader(der).in(DerReader.SEQUENCE);
    DerReader in = outer.in(DerReader.SEQUENCE);
    in.skipIf(VERSION);
    String serial = serial(in.value(DerReader.INTEGER));
    in.skip();
    Bytes issuer = in.whole();
    DerReader validity = in.in(DerReader.SEQUENCE);
    Instant notBefore = DerTime.read(validity);
    Instant notAfter = DerTime.read(validity);
    Bytes subject = in.whole();
    PublicKey key = PublicKey.read(in.in(DerReader.SEQUENCE));
    byte[] bytes = der.copy(0, der.length());
    boolean selfSigned = same(subject, issuer);
    String subjectName = DistinguishedName.read(subject);
    return new Certificate(
        subjectName,
        selfSigned ? subjectName : DistinguishedName.read(issuer),
        serial,
        notBefore,
        notAfter,
        Digests.hex("SHA-1", bytes),
        Digests.hex("SHA-256", bytes),
        alternativeNames(in),
        key.algorithm(),
        key.bits(),
        signature(outer.in(DerReader.SEQUENCE)),
        selfSigned);
  }

  private static String serial(Bytes integer) {
    String hex = HexFormat.of().withUpperCase().formatHex(integer.copy(0, integer.length()));
    int zeros = 0;
    while (zeros < hex.length() - 1 && hex.charAt(zeros) == '0') {
      zeros++;
    }
    return hex.substring(zeros);
  }

  private static List<String> alternativeNames(DerReader in) {
    in.skipIf(ISSUER_ID);
    in.skipIf(SUBJECT_ID);
    return in.peek() == EXTENSIONS
        ? AlternativeNames.find(in.in(EXTENSIONS).in(DerReader.SEQUENCE))
        : List.of();
  }

  private static String signature(DerReader algorithm) {
    return SignatureAlgorithms.name(
        ObjectIdentifier.read(algorithm.value(DerReader.OBJECT_IDENTIFIER)));
  }

  private static boolean same(Bytes subject, Bytes issuer) {
    boolean same = subject.length() == issuer.length();
    for (int i = 0; same && i < subject.length(); i++) {
      same = subject.u8(i) == issuer.u8(i);
    }
    return same;
  }
}
