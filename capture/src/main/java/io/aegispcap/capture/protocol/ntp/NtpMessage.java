package io.aegispcap.capture.protocol.ntp;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// One NTP datagram. Source: RFC 5905 7.3; RFC 9327 for mode 6; ntpd's `ntp_request.h` for mode 7.
///
/// @param frameId frame that carried it
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param version 1 to 4
/// @param mode 0 to 7: 3 client, 4 server, 5 broadcast, 6 control, 7 private
/// @param stratum 0 to 255; 0 for modes 6 and 7
/// @param response whether a server sent it
/// @param monlist the query kinds that amplify most: mode 7 request codes 20 and 42 (`monlist`),
///   mode 6 operation 2 (`readvar`); set on their answers too
/// @param length bytes of the datagram
public record NtpMessage(
    long frameId,
    long timestamp,
    int version,
    int mode,
    int stratum,
    boolean response,
    boolean monlist,
    int length)
    implements Fact {

  @Override
  public String protocol() {
    return "ntp";
  }

  @Override
  public void describe(FactWriter out) {
    out.number("ntp.version", version);
    out.number("ntp.mode", mode);
    if (mode < 6) {
      out.number("ntp.stratum", stratum);
    }
    out.flag("ntp.response", response);
    out.flag("ntp.monlist", monlist);
    out.number("ntp.length", length);
  }
}
