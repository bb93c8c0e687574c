package io.aegispcap.capture.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The parser against Java's own, on the authorities that Java trusts.
class CertificateParserTests {
  private static final Map<String, String> NAMES =
      Map.of(
          "1.2.840.113549.1.9.1", "emailAddress",
          "2.5.4.5", "serialNumber",
          "2.5.4.97", "organizationIdentifier",
          "2.5.4.17", "postalCode",
          "2.5.4.41", "name",
          "2.5.4.42", "GN",
          "2.5.4.4", "SN",
          "2.5.4.12", "title");

  @Test
  void agreesWithJava() throws Exception {
    List<X509Certificate> trusted = trusted();
    assertThat(trusted).hasSizeGreaterThan(50);
    for (X509Certificate expected : trusted) {
      Certificate read = CertificateParser.parse(Bytes.of(expected.getEncoded()));
      assertThat(read.subject())
          .isEqualTo(expected.getSubjectX500Principal().getName("RFC2253", NAMES));
      assertThat(read.issuer())
          .isEqualTo(expected.getIssuerX500Principal().getName("RFC2253", NAMES));
      assertThat(new BigInteger(read.serial(), 16)).isEqualTo(expected.getSerialNumber().abs());
      assertThat(read.notBefore()).isEqualTo(expected.getNotBefore().toInstant());
      assertThat(read.notAfter()).isEqualTo(expected.getNotAfter().toInstant());
      assertThat(read.keyAlgorithm()).isEqualTo(expected.getPublicKey().getAlgorithm());
      assertThat(read.keyBits()).isEqualTo(bits(expected));
      assertThat(read.signatureAlgorithm()).isEqualTo(signature(expected));
      assertThat(read.selfSigned())
          .isEqualTo(expected.getSubjectX500Principal().equals(expected.getIssuerX500Principal()));
      assertThat(read.sha256()).hasSize(64);
    }
  }

  @Test
  void refusesAnyCutCertificate() throws Exception {
    byte[] whole = trusted().getFirst().getEncoded();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> CertificateParser.parse(Bytes.of(cut)))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  @Test
  void survivesDamage() throws Exception {
    Random random = new Random(7);
    List<X509Certificate> trusted = trusted();
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = trusted.get(i % trusted.size()).getEncoded();
      for (int j = 0; j <= random.nextInt(4); j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(CertificateParser.parse(Bytes.of(damaged))).isNotNull();
      } catch (MalformedMessageException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }

  private static int bits(X509Certificate certificate) {
    return switch (certificate.getPublicKey()) {
      case RSAPublicKey key -> key.getModulus().bitLength();
      case ECPublicKey key -> key.getParams().getCurve().getField().getFieldSize();
      default -> throw new AssertionError("a kind of key that this test does not know");
    };
  }

  private static String signature(X509Certificate certificate) {
    String[] parts = certificate.getSigAlgName().toUpperCase(Locale.ROOT).split("WITH", 2);
    return parts[1].equals("ECDSA") ? "ECDSA-" + parts[0] : parts[0] + "-" + parts[1];
  }

  static List<X509Certificate> trusted() throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, null);
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      certificates.add((X509Certificate) store.getCertificate(alias));
    }
    return certificates;
  }
}
