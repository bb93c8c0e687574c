package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.TextHash;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.dns.DnsAnswer;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import java.util.Locale;

/// Which names were asked for in the open, which addresses were answered, and who asks at all. At
/// most [#MOST] of each; when there are more, everything counts as looked up.
final class LookedUp {
  static final int MOST = 65_536;

  private final DistinctSet names = new DistinctSet(MOST);
  private final DistinctSet addresses = new DistinctSet(MOST);
  private final DistinctSet clients = new DistinctSet(MOST);

  void asked(FlowKey key, DnsExchange dns) {
    clients.add(Addresses.mixed(key.source().high(), key.source().low()));
    add(names, dns.name());
    for (DnsAnswer answer : dns.answers()) {
      if (answer.type().equals("A") || answer.type().equals("AAAA")) {
        add(addresses, answer.data());
      } else if (answer.type().equals("CNAME")) {
        add(names, answer.data());
      }
    }
  }

  private static void add(DistinctSet known, String text) {
    if (!known.full()) {
      known.add(TextHash.of(text));
    }
  }

  /// Whether the client was seen asking for names.
  boolean asks(IpAddress client) {
    return clients.contains(Addresses.mixed(client.high(), client.low()));
  }

  boolean address(IpAddress address) {
    return addresses.full() || addresses.contains(TextHash.of(address.toString()));
  }

  boolean name(String name) {
    return names.full() || names.contains(TextHash.of(name.toLowerCase(Locale.ROOT)));
  }
}
