package io.aegispcap.platform.captures.flows;

import java.time.Instant;
import java.util.List;

/// A host, and what its flows show of it.
///
/// @param opened flows that it opened
/// @param answered flows that others opened to it
/// @param peers hosts that it had flows with
/// @param firstSeen start of its first flow
/// @param lastSeen end of its last flow
/// @param services where it answered, the most used first
public record Host(
    String ip,
    long sent,
    long received,
    long packets,
    long opened,
    long answered,
    long peers,
    Instant firstSeen,
    Instant lastSeen,
    List<Service> services) {
  public Host {
    services = List.copyOf(services);
  }

  /// @param application empty where none was recognised
  public record Service(int port, String transport, String application, long flows) {
    @Override
    public String toString() {
      return (application.isEmpty() ? transport : application) + "/" + port;
    }
  }

  public long bytes() {
    return sent + received;
  }

  /// What it does here, for people.
  public String role() {
    boolean serves = !services.isEmpty();
    if (opened > 0) {
      return serves ? "client, server" : "client";
    }
    return serves ? "server" : "silent";
  }
}
