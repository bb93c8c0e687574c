package io.aegispcap.stix.specification;

/// Which form a string must have.
public enum TextForm {
  ANY,
  LANG,
  URL,
  MIME,
  CHARSET,
  CPE,
  IPV4,
  IPV6,
  MAC,
  EMAIL,
  DOMAIN,
  SEMVER,
  HIVE,
  /// Lowercase words joined by hyphens, as a SHOULD.
  TERM,
  /// Lowercase words joined by hyphens, as a MUST.
  KEBAB,
  PROTOCOL,
  LOWERCASE
}
