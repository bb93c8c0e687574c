package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.capture.packet.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The hosts of a capture's own network that sent something: private IPv4 addresses (RFC 1918).
/// Where there are none, link-local IPv6 addresses: a host has one of each, and is to be counted
/// once.
final class InsideHosts {
  private static final HomeNetworks PRIVATE =
      HomeNetworks.of(List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"));
  private static final HomeNetworks LINK_LOCAL = HomeNetworks.of(List.of("fe80::/10"));

  private final Set<IpAddress> four = new HashSet<>();
  private final Set<IpAddress> six = new HashSet<>();

  void sent(long high, long low) {
    if (PRIVATE.inside(high, low)) {
      four.add(new IpAddress(high, low));
    } else if (LINK_LOCAL.inside(high, low)) {
      six.add(new IpAddress(high, low));
    }
  }

  int count() {
    return four.isEmpty() ? six.size() : four.size();
  }
}
