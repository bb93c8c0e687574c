package io.aegispcap.analysis.report;

import io.aegispcap.capture.packet.IpAddress;
import java.util.List;

/// Two hosts and what went between them.
///
/// @param source the side that opened more of the flows
/// @param flows opened by either side
/// @param packets both ways
/// @param bytesForward of IP packets from source to destination
/// @param bytesBackward of IP packets from destination to source
/// @param services ports spoken to, at most 8
/// @param alerts alerts about the two
public record Conversation(
    IpAddress source,
    IpAddress destination,
    long flows,
    long packets,
    long bytesForward,
    long bytesBackward,
    long firstSeen,
    long lastSeen,
    List<Service> services,
    long alerts) {
  public Conversation {
    services = List.copyOf(services);
  }

  public long bytes() {
    return bytesForward + bytesBackward;
  }
}
