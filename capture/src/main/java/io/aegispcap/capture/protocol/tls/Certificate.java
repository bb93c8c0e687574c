package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.FactWriter;
import java.time.Instant;
import java.util.List;

/// What an X.509 certificate says of itself (RFC 5280); its signature is not checked.
///
/// @param subject distinguished name as RFC 4514 text; may be empty
/// @param issuer likewise
/// @param serial hexadecimal, upper case, without leading zeros
/// @param sha1 of the DER bytes, lower-case hexadecimal
/// @param sha256 likewise
/// @param alternativeNames DNS names, addresses, mail addresses and URIs in their order
/// @param keyAlgorithm such as `RSA`, or an object identifier
/// @param keyBits size of the public key; 0 when the algorithm is not known
/// @param signatureAlgorithm such as `SHA256-RSA`, or an object identifier
/// @param selfSigned whether the subject is the issuer, byte for byte
public record Certificate(
    String subject,
    String issuer,
    String serial,
    Instant notBefore,
    Instant notAfter,
    String sha1,
    String sha256,
    List<String> alternativeNames,
    String keyAlgorithm,
    int keyBits,
    String signatureAlgorithm,
    boolean selfSigned) {
  public Certificate {
    alternativeNames = List.copyOf(alternativeNames);
  }

  /// Writes it as the server's certificate, under `tls.server`.
  void describe(FactWriter out) {
    out.text("tls.server.hash.sha1", sha1);
    out.text("tls.server.hash.sha256", sha256);
    out.text("tls.server.x509.subject.distinguished_name", subject);
    out.text("tls.server.x509.issuer.distinguished_name", issuer);
    out.text("tls.server.x509.serial_number", serial);
    out.text("tls.server.x509.not_before", notBefore.toString());
    out.text("tls.server.x509.not_after", notAfter.toString());
    out.list("tls.server.x509.alternative_names", alternativeNames);
    out.text("tls.server.x509.public_key_algorithm", keyAlgorithm);
    if (keyBits > 0) {
      out.number("tls.server.x509.public_key_size", keyBits);
    }
    out.text("tls.server.x509.signature_algorithm", signatureAlgorithm);
    out.flag("tls.server.self_signed", selfSigned);
  }
}
