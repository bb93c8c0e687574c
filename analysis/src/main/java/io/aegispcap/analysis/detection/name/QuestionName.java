package io.aegispcap.analysis.detection.name;

import io.aegispcap.analysis.detection.RegisteredDomain;
import io.aegispcap.analysis.detection.tracking.TextHash;
import java.util.Set;

/// A name asked for, cut where somebody registered it. Texts are made only when they are asked for.
///
/// @param full lower case, as in DNS facts
/// @param cut index of the registered domain in it; -1 when it is none of these: names of hosts on
///   the local network, reverse names, service discovery, single labels
record QuestionName(String full, int cut) {
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

  static QuestionName of(String name) {
    boolean local =
        name.endsWith(".arpa")
            || name.endsWith(".local")
            || name.indexOf('_') >= 0 && (name.contains("._tcp.") || name.contains("._udp."));
    return new QuestionName(name, local ? -1 : start(name));
  }

  private static int start(String name) {
    int start = RegisteredDomain.start(name);
    return name.indexOf('.', start) < 0 ? -1 : start;
  }

  boolean registered() {
    return cut >= 0;
  }

  /// Whether something stands below the registered domain.
  boolean hasMore() {
    return cut > 0;
  }

  String domain() {
    return full.substring(cut);
  }

  /// What stands below the registered domain, without the dot between; empty when nothing does.
  String below() {
    return cut > 0 ? full.substring(0, cut - 1) : "";
  }

  /// Registered label alone: `example` of `example.co.uk`.
  String label() {
    int dot = full.indexOf('.', cut);
    return full.substring(cut, dot < 0 ? full.length() : dot);
  }

  /// For sets and keys.
  long domainHash() {
    return TextHash.of(full, cut, full.length());
  }

  long belowHash() {
    return TextHash.of(full, 0, cut);
  }

  /// Whether names below this domain carry data by design: a listed service, an address asked for
  /// at a block list (RFC 5782), a key or policy (RFC 8552 labels).
  boolean lookup() {
    return full.startsWith("_")
        || full.contains("._")
        || beginsWithAddress()
        || LOOKUP_SERVICES.contains(domain());
  }

  private boolean beginsWithAddress() {
    int start = 0;
    for (int label = 0; label < 4; label++) {
      int dot = full.indexOf('.', start);
      if (dot < 0 || dot >= cut || !octet(start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return true;
  }

  private boolean octet(int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      char c = full.charAt(i);
      if (c < '0' || c > '9' || value > MAX_OCTET) {
        return false;
      }
      value = value * 10 + c - '0';
    }
    return end > start && value <= MAX_OCTET;
  }
}
