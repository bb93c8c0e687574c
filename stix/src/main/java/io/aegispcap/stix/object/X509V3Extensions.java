package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `x509-v3-extensions-type`, section 6.18.2 of STIX 2.1.
public record X509V3Extensions(JsonObject json) implements Structure {

  public static X509V3Extensions of() {
    return new X509V3Extensions(JsonObject.EMPTY);
  }

  public Optional<String> basicConstraints() {
    return View.text(json, "basic_constraints");
  }

  public X509V3Extensions withBasicConstraints(String basicConstraints) {
    return with("basic_constraints", JsonValue.of(basicConstraints));
  }

  public Optional<String> nameConstraints() {
    return View.text(json, "name_constraints");
  }

  public X509V3Extensions withNameConstraints(String nameConstraints) {
    return with("name_constraints", JsonValue.of(nameConstraints));
  }

  public Optional<String> policyConstraints() {
    return View.text(json, "policy_constraints");
  }

  public X509V3Extensions withPolicyConstraints(String policyConstraints) {
    return with("policy_constraints", JsonValue.of(policyConstraints));
  }

  public Optional<String> keyUsage() {
    return View.text(json, "key_usage");
  }

  public X509V3Extensions withKeyUsage(String keyUsage) {
    return with("key_usage", JsonValue.of(keyUsage));
  }

  public Optional<String> extendedKeyUsage() {
    return View.text(json, "extended_key_usage");
  }

  public X509V3Extensions withExtendedKeyUsage(String extendedKeyUsage) {
    return with("extended_key_usage", JsonValue.of(extendedKeyUsage));
  }

  public Optional<String> subjectKeyIdentifier() {
    return View.text(json, "subject_key_identifier");
  }

  public X509V3Extensions withSubjectKeyIdentifier(String subjectKeyIdentifier) {
    return with("subject_key_identifier", JsonValue.of(subjectKeyIdentifier));
  }

  public Optional<String> authorityKeyIdentifier() {
    return View.text(json, "authority_key_identifier");
  }

  public X509V3Extensions withAuthorityKeyIdentifier(String authorityKeyIdentifier) {
    return with("authority_key_identifier", JsonValue.of(authorityKeyIdentifier));
  }

  public Optional<String> subjectAlternativeName() {
    return View.text(json, "subject_alternative_name");
  }

  public X509V3Extensions withSubjectAlternativeName(String subjectAlternativeName) {
    return with("subject_alternative_name", JsonValue.of(subjectAlternativeName));
  }

  public Optional<String> issuerAlternativeName() {
    return View.text(json, "issuer_alternative_name");
  }

  public X509V3Extensions withIssuerAlternativeName(String issuerAlternativeName) {
    return with("issuer_alternative_name", JsonValue.of(issuerAlternativeName));
  }

  public Optional<String> subjectDirectoryAttributes() {
    return View.text(json, "subject_directory_attributes");
  }

  public X509V3Extensions withSubjectDirectoryAttributes(String subjectDirectoryAttributes) {
    return with("subject_directory_attributes", JsonValue.of(subjectDirectoryAttributes));
  }

  public Optional<String> crlDistributionPoints() {
    return View.text(json, "crl_distribution_points");
  }

  public X509V3Extensions withCrlDistributionPoints(String crlDistributionPoints) {
    return with("crl_distribution_points", JsonValue.of(crlDistributionPoints));
  }

  public Optional<String> inhibitAnyPolicy() {
    return View.text(json, "inhibit_any_policy");
  }

  public X509V3Extensions withInhibitAnyPolicy(String inhibitAnyPolicy) {
    return with("inhibit_any_policy", JsonValue.of(inhibitAnyPolicy));
  }

  public Optional<StixTimestamp> privateKeyUsagePeriodNotBefore() {
    return View.timestamp(json, "private_key_usage_period_not_before");
  }

  public X509V3Extensions withPrivateKeyUsagePeriodNotBefore(
      StixTimestamp privateKeyUsagePeriodNotBefore) {
    return with(
        "private_key_usage_period_not_before",
        JsonValue.of(privateKeyUsagePeriodNotBefore.toString()));
  }

  public Optional<StixTimestamp> privateKeyUsagePeriodNotAfter() {
    return View.timestamp(json, "private_key_usage_period_not_after");
  }

  public X509V3Extensions withPrivateKeyUsagePeriodNotAfter(
      StixTimestamp privateKeyUsagePeriodNotAfter) {
    return with(
        "private_key_usage_period_not_after",
        JsonValue.of(privateKeyUsagePeriodNotAfter.toString()));
  }

  public Optional<String> certificatePolicies() {
    return View.text(json, "certificate_policies");
  }

  public X509V3Extensions withCertificatePolicies(String certificatePolicies) {
    return with("certificate_policies", JsonValue.of(certificatePolicies));
  }

  public Optional<String> policyMappings() {
    return View.text(json, "policy_mappings");
  }

  public X509V3Extensions withPolicyMappings(String policyMappings) {
    return with("policy_mappings", JsonValue.of(policyMappings));
  }

  public X509V3Extensions with(String property, JsonValue value) {
    return new X509V3Extensions(json.with(property, value));
  }
}
