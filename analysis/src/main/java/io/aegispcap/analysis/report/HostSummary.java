package io.aegispcap.analysis.report;

import io.aegispcap.capture.packet.IpAddress;
import java.util.List;

/// One host of a run. Bytes are of IP packets, headers included.
///
/// @param home whether it is in the home networks
/// @param names that conversations gave it, in the order they were learned
/// @param opened flows that it opened
/// @param answered flows that others opened to it
/// @param peers hosts that it exchanged packets with, or that were sent packets
/// @param firstSeen nanoseconds since 1970
/// @param services ports at which it answered, at most 8
/// @param alerts alerts whose subject or target it is
public record HostSummary(
    IpAddress address,
    boolean home,
    List<HostName> names,
    long packetsSent,
    long packetsReceived,
    long bytesSent,
    long bytesReceived,
    long opened,
    long answered,
    long peers,
    long firstSeen,
    long lastSeen,
    List<Service> services,
    long alerts) {
  public HostSummary {
    names = List.copyOf(names);
    services = List.copyOf(services);
  }

  public long packets() {
    return packetsSent + packetsReceived;
  }

  public long bytes() {
    return bytesSent + bytesReceived;
  }

  /// `server`, `client`, `client, server`, or `silent` when it only was spoken to in vain.
  public String role() {
    boolean serves = !services.isEmpty();
    if (opened > 0) {
      return serves ? "client, server" : "client";
    }
    return serves ? "server" : "silent";
  }
}
