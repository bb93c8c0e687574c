/// STIX 2.1: objects, validation, patterns that match.
module io.aegispcap.stix {
  requires static org.jspecify;
  requires tools.jackson.core;

  exports io.aegispcap.stix.filter;
  exports io.aegispcap.stix.json;
  exports io.aegispcap.stix.marking;
  exports io.aegispcap.stix.misp;
  exports io.aegispcap.stix.object;
  exports io.aegispcap.stix.pattern;
  exports io.aegispcap.stix.pattern.match;
  exports io.aegispcap.stix.specification;
  exports io.aegispcap.stix.validation;
  exports io.aegispcap.stix.version;
}
