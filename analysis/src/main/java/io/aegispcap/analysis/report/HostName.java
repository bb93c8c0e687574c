package io.aegispcap.analysis.report;

import java.util.Locale;

/// A name that some conversation gave a host. It is a claim of whoever sent it.
///
/// @param source where it was read
public record HostName(String name, Source source) {
  /// Where names come from.
  public enum Source {
    /// An A or AAAA record of an answer.
    DNS,
    /// The server name of a TLS or QUIC client hello.
    SNI,
    /// The Host field of a request.
    HTTP,
    /// The host name option of a DHCP message.
    DHCP;

    /// Lower case, as written in outputs.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
