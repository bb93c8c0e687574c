package io.aegispcap.sharing;

import io.aegispcap.analysis.detection.Alert;
import io.aegispcap.analysis.detection.AlertHosts;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.stix.object.CyberObservable;
import io.aegispcap.stix.object.DomainName;
import io.aegispcap.stix.object.Ipv4Addr;
import io.aegispcap.stix.object.Ipv6Addr;
import io.aegispcap.stix.object.NetworkTraffic;
import io.aegispcap.stix.object.StixId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What alerts saw: flows, addresses and domains, each once.
final class Observables {
  private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

  /// A domain alone, or in brackets behind an address (RFC 1035 2.3.1, and underscores). Its last
  /// label is no number: that would be an address.
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:\\S+ \\()?((?:" + LABEL + "\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9])\\)?");

  private static final int MAX_NAME = 253;

  /// IANA protocol numbers by the names that STIX asks for.
  private static final Map<Integer, String> TRANSPORTS =
      Map.of(1, "icmp", 6, "tcp", 17, "udp", 58, "ipv6-icmp", 132, "sctp");

  private final Map<StixId, CyberObservable> all = new LinkedHashMap<>();

  /// All that were seen, in the order they were.
  List<CyberObservable> all() {
    return List.copyOf(all.values());
  }

  /// What an alert saw: its flows, or its hosts when it lists none, and the domains it names.
  List<StixId> of(Alert alert) {
    List<StixId> seen = new ArrayList<>();
    alert.evidence().flows().forEach(flow -> seen.add(traffic(flow)));
    if (seen.isEmpty()) {
      AlertHosts.subject(alert).ifPresent(address -> seen.add(address(address)));
      AlertHosts.target(alert).ifPresent(address -> seen.add(address(address)));
    }
    domain(alert.subject()).ifPresent(seen::add);
    alert.target().flatMap(this::domain).ifPresent(seen::add);
    return seen.stream().distinct().toList();
  }

  private Optional<StixId> domain(String text) {
    Matcher name = DOMAIN.matcher(text);
    return name.matches() && name.group(1).length() <= MAX_NAME
        ? Optional.of(add(DomainName.of(name.group(1))))
        : Optional.empty();
  }

  private StixId address(IpAddress address) {
    return add(address.isV4() ? Ipv4Addr.of(address.toString()) : Ipv6Addr.of(address.toString()));
  }

  private StixId traffic(FlowKey flow) {
    List<String> protocols = new ArrayList<>();
    protocols.add(flow.source().isV4() ? "ipv4" : "ipv6");
    Optional.ofNullable(TRANSPORTS.get(flow.protocol())).ifPresent(protocols::add);
    NetworkTraffic traffic =
        NetworkTraffic.of(protocols)
            .withSrcRef(address(flow.source()))
            .withDstRef(address(flow.destination()));
    if (flow.protocol() == 6 || flow.protocol() == 17 || flow.protocol() == 132) {
      traffic = traffic.withSrcPort(flow.sourcePort()).withDstPort(flow.destinationPort());
    }
    return add(traffic);
  }

  private StixId add(CyberObservable observable) {
    StixId id = StixId.of(observable.json().text("id").orElseThrow());
    all.putIfAbsent(id, observable);
    return id;
  }
}
