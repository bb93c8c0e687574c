package io.aegispcap.capture.protocol.login;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// Who a mail was handed over from and to (RFC 5321 3.3); its text is not read.
///
/// @param frameId frame of `MAIL FROM`
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param helo what the client calls itself; empty when not seen
/// @param from address between the angle brackets; empty for the null sender
/// @param to recipients, at most 64
public record MailEnvelope(long frameId, long timestamp, String helo, String from, List<String> to)
    implements Fact {

  public MailEnvelope {
    to = List.copyOf(to);
  }

  @Override
  public String protocol() {
    return "smtp";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("smtp.helo", helo);
    out.text("email.from.address", from);
    out.list("email.to.address", to);
  }
}
