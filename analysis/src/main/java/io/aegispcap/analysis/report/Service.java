package io.aegispcap.analysis.report;

import io.aegispcap.analysis.flow.TransportNames;

/// A port that a transport protocol was spoken to at.
///
/// @param protocol IP protocol number
/// @param port 0 to 65535
public record Service(int protocol, int port) {
  static Service of(int packed) {
    return new Service(packed >>> 16, packed & 0xffff);
  }

  /// Such as `443/tcp`.
  @Override
  public String toString() {
    return port + "/" + TransportNames.of(protocol);
  }
}
