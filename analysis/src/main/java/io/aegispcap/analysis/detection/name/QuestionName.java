package io.aegispcap.analysis.detection.name;

import java.util.Optional;
import java.util.Set;

/// A name asked for, cut where somebody registered it.
///
/// @param domain the registered domain
/// @param below what stands below it, without the dot between; empty when nothing does
record QuestionName(String domain, String below) {
  /// Services that carry data in names by design: block lists, reputation and telemetry lookups.
  private static final Set<String> LOOKUP_SERVICES =
      Set.of(
          "sophosxl.net",
          "mcafee.com",
          "trendmicro.com",
          "e5.sk",
          "spamhaus.org",
          "spamhaus.net",
          "uribl.com",
          "surbl.org",
          "sorbs.net",
          "spamcop.net",
          "barracudacentral.org",
          "cymru.com",
          "abuseat.org",
          "mailspike.net",
          "senderscore.com",
          "dnswl.org",
          "nerd.dk",
          "webcfs00.com",
          "webcfs01.com");

  private static final int MAX_OCTET = 255;

  /// Empty for names of hosts on the local network, reverse names, service discovery, and names that
  /// nobody registered.
  static Optional<QuestionName> of(String name) {
    if (name.endsWith(".arpa") || name.endsWith(".local") || name.contains("._tcp.")
        || name.contains("._udp.")) {
      return Optional.empty();
    }
    Optional<String> domain = RegisteredDomains.of(name);
    return domain.map(
        registered ->
            new QuestionName(
                registered,
                name.length() > registered.length()
                    ? name.substring(0, name.length() - registered.length() - 1)
                    : ""));
  }

  /// Whether names below this domain carry data by design: a listed service, an address asked for at
  /// a block list (RFC 5782), a key or policy (RFC 8552 labels).
  boolean lookup() {
    return LOOKUP_SERVICES.contains(domain) || below.startsWith("_") || below.contains("._")
        || beginsWithAddress();
  }

  private boolean beginsWithAddress() {
    int start = 0;
    for (int label = 0; label < 4; label++) {
      int dot = below.indexOf('.', start);
      int end = dot < 0 ? below.length() : dot;
      if (!octet(start, end) || dot < 0 && label < 3) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private boolean octet(int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      char c = below.charAt(i);
      if (c < '0' || c > '9' || value > MAX_OCTET) {
        return false;
      }
      value = value * 10 + c - '0';
    }
    return end > start && value <= MAX_OCTET;
  }

  /// A 64-bit hash of a text (FNV-1a), for sets and keys.
  static long hash(String text) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    return h;
  }

  /// Registered label alone: `example` of `example.co.uk`.
  String label() {
    return domain.substring(0, domain.indexOf('.'));
  }
}
