package io.aegispcap.analysis.detection.name;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.dns.DnsAnswer;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import java.util.List;

/// What one client asked below one registered domain.
final class TunnelSigns {
  /// A longest label of so many characters is a long one.
  static final int LONG_LABEL = 25;

  /// Names with so many characters below the domain that look random carry data.
  static final int DATA_CHARACTERS = 30;

  static final double RANDOM = 2;
  private static final int COUNTED_NAMES = 4_096;

  /// Answers that are compared with each other and with what the client called.
  private static final int COUNTED_ANSWERS = 64;

  /// Questions this far apart are not one's repetitions by a resolver.
  private static final long ROUND = Span.MINUTE;

  final Proof proof = new Proof();
  final Span span = new Span();
  final String client;
  final String domain;
  final int port;
  long queries;
  long payloadTypes;
  long rareTypes;
  long dataNames;
  long characters;
  long rounds;

  /// Whether the client called anybody but name servers.
  boolean calls;

  /// Names that were answered by one address alone.
  long oneAddress;

  /// Whether an answer may have carried data: any record but addresses of the own host, by which
  /// lists say yes (RFC 5782 2.1).
  boolean told;

  /// Whether a list said yes: by an address of the own host.
  boolean listed;

  private long digests;

  private final DistinctSet addresses = new DistinctSet(COUNTED_ANSWERS);
  private final long[] given = new long[COUNTED_ANSWERS];
  private final DistinctSet names = new DistinctSet(COUNTED_NAMES);
  private long longestLabels;
  private double randomness;

  TunnelSigns(String client, String domain, int port) {
    this.client = client;
    this.domain = domain;
    this.port = port;
  }

  void asked(DnsExchange exchange, QuestionName name) {
    queries++;
    rounds += queries == 1 || span.endedBefore(exchange.timestamp(), ROUND) ? 1 : 0;
    answered(exchange);
    judge(exchange.answers());
    rareTypes += rare(exchange.type()) ? 1 : 0;
    if (!names.add(name.belowHash())) {
      return;
    }
    String below = name.below();
    payloadTypes += payload(exchange.type()) ? 1 : 0;
    String longest = NameShape.longestLabel(below);
    double shape = NameShape.randomness(longest);
    longestLabels += longest.length();
    randomness += shape;
    characters += below.length();
    digests += payload(exchange.type()) || !NameShape.oneDigest(below) ? 0 : 1;
    if (below.length() >= DATA_CHARACTERS && shape >= RANDOM) {
      dataNames++;
    }
  }

  private void judge(List<DnsAnswer> answers) {
    for (DnsAnswer answer : answers) {
      boolean yes = answer.type().equals("A") && answer.data().startsWith("127.");
      listed |= yes;
      told |= !yes;
    }
  }

  private void answered(DnsExchange exchange) {
    if (oneAddress == COUNTED_ANSWERS) {
      return;
    }
    int found = 0;
    String data = "";
    for (DnsAnswer answer : exchange.answers()) {
      if (answer.type().equals("A") || answer.type().equals("AAAA")) {
        found++;
        data = answer.data();
      }
    }
    if (found == 1) {
      oneAddress++;
      long address = mixed(data);
      if (addresses.add(address)) {
        given[addresses.size() - 1] = address;
      }
    }
  }

  /// As [Addresses#mixed]; 0 for a broken record.
  private static long mixed(String text) {
    try {
      IpAddress address = IpAddress.parse(text);
      return Addresses.mixed(address.high(), address.low());
    } catch (IllegalArgumentException broken) {
      return 0;
    }
  }

  /// Whether the client called any of the addresses it was given.
  boolean used(DistinctSet called) {
    for (int i = 0; i < addresses.size(); i++) {
      if (called.contains(given[i])) {
        return true;
      }
    }
    return false;
  }

  /// Types that no resolver asks for on a user's behalf: NULL (RFC 1035 3.3.10, experimental) and
  /// those of private use (RFC 6895 3.1), as tunnels try first.
  private static boolean rare(String type) {
    return type.equals("NULL") || type.startsWith("TYPE65");
  }

  /// Types whose answers hold free data.
  private static boolean payload(String type) {
    return type.equals("TXT") || type.equals("KEY") || rare(type);
  }

  int names() {
    return names.size();
  }

  /// Such as `one name`, `12 different names`, `4096 or more different names`.
  String namesInWords() {
    return names.size() == 1 ? "one name" : names.counted() + " different names";
  }

  /// Characters; 0 when nothing was asked.
  double meanLongestLabel() {
    return names.size() == 0 ? 0 : longestLabels / (double) names.size();
  }

  double meanRandomness() {
    return names.size() == 0 ? 0 : randomness / names.size();
  }

  /// Share of names in which one label is a digest and the others are short.
  double digestShare() {
    return names.size() == 0 ? 0 : digests / (double) names.size();
  }

  /// Share of names that carry data.
  double dataShare() {
    return names.size() == 0 ? 0 : dataNames / (double) names.size();
  }

  double payloadShare() {
    return names.size() == 0 ? 0 : payloadTypes / (double) names.size();
  }

  /// Share of questions that asked something new.
  double novelty() {
    return queries == 0 ? 0 : names.size() / (double) queries;
  }
}
