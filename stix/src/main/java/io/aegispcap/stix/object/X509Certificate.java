package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// `x509-certificate`, section 6.18 of STIX 2.1.
public record X509Certificate(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static X509Certificate of() {
    return new X509Certificate(Encoded.identified(Encoded.observable("x509-certificate")));
  }

  public Optional<Boolean> isSelfSigned() {
    return View.truth(json, "is_self_signed");
  }

  public X509Certificate withIsSelfSigned(boolean isSelfSigned) {
    return with("is_self_signed", JsonValue.of(isSelfSigned));
  }

  public Map<String, String> hashes() {
    return View.hashes(json, "hashes");
  }

  public X509Certificate withHashes(Map<String, String> hashes) {
    return with("hashes", Encoded.hashes(hashes));
  }

  public Optional<String> version() {
    return View.text(json, "version");
  }

  public X509Certificate withVersion(String version) {
    return with("version", JsonValue.of(version));
  }

  public Optional<String> serialNumber() {
    return View.text(json, "serial_number");
  }

  public X509Certificate withSerialNumber(String serialNumber) {
    return with("serial_number", JsonValue.of(serialNumber));
  }

  public Optional<String> signatureAlgorithm() {
    return View.text(json, "signature_algorithm");
  }

  public X509Certificate withSignatureAlgorithm(String signatureAlgorithm) {
    return with("signature_algorithm", JsonValue.of(signatureAlgorithm));
  }

  public Optional<String> issuer() {
    return View.text(json, "issuer");
  }

  public X509Certificate withIssuer(String issuer) {
    return with("issuer", JsonValue.of(issuer));
  }

  public Optional<StixTimestamp> validityNotBefore() {
    return View.timestamp(json, "validity_not_before");
  }

  public X509Certificate withValidityNotBefore(StixTimestamp validityNotBefore) {
    return with("validity_not_before", JsonValue.of(validityNotBefore.toString()));
  }

  public Optional<StixTimestamp> validityNotAfter() {
    return View.timestamp(json, "validity_not_after");
  }

  public X509Certificate withValidityNotAfter(StixTimestamp validityNotAfter) {
    return with("validity_not_after", JsonValue.of(validityNotAfter.toString()));
  }

  public Optional<String> subject() {
    return View.text(json, "subject");
  }

  public X509Certificate withSubject(String subject) {
    return with("subject", JsonValue.of(subject));
  }

  public Optional<String> subjectPublicKeyAlgorithm() {
    return View.text(json, "subject_public_key_algorithm");
  }

  public X509Certificate withSubjectPublicKeyAlgorithm(String subjectPublicKeyAlgorithm) {
    return with("subject_public_key_algorithm", JsonValue.of(subjectPublicKeyAlgorithm));
  }

  public Optional<String> subjectPublicKeyModulus() {
    return View.text(json, "subject_public_key_modulus");
  }

  public X509Certificate withSubjectPublicKeyModulus(String subjectPublicKeyModulus) {
    return with("subject_public_key_modulus", JsonValue.of(subjectPublicKeyModulus));
  }

  public Optional<Long> subjectPublicKeyExponent() {
    return View.whole(json, "subject_public_key_exponent");
  }

  public X509Certificate withSubjectPublicKeyExponent(long subjectPublicKeyExponent) {
    return with("subject_public_key_exponent", JsonValue.of(subjectPublicKeyExponent));
  }

  public Optional<X509V3Extensions> x509V3Extensions() {
    return View.structure(json, "x509_v3_extensions", X509V3Extensions::new);
  }

  public X509Certificate withX509V3Extensions(X509V3Extensions x509V3Extensions) {
    return with("x509_v3_extensions", x509V3Extensions.json());
  }

  @Override
  public X509Certificate with(String property, JsonValue value) {
    return new X509Certificate(Encoded.identified(json.with(property, value)));
  }
}
