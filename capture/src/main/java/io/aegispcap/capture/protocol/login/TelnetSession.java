package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// What both sides of Telnet negotiated.
///
/// @param options those that were agreed or asked for, by IANA's names, `option-N` for others
/// @param terminal type that the client says it has (RFC 1091); empty when it does not
public record TelnetSession(long frameId, long timestamp, List<String> options, String terminal)
    implements Fact {
  public TelnetSession {
    options = List.copyOf(options);
  }

  @Override
  public String protocol() {
    return "telnet";
  }

  @Override
  public void describe(FactWriter out) {
    out.list("telnet.options", options);
    out.text("telnet.terminal", terminal);
  }
}
