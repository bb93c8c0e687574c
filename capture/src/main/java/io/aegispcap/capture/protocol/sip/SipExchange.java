package io.aegispcap.capture.protocol.sip;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A request and the last answer to it that was seen. Credentials are never kept.
///
/// @param frameId frame of the request; of the answer when only that was seen
/// @param method such as `REGISTER`
/// @param uri whom the request is for; empty when only the answer was seen
/// @param from address in the From field, without its display name, at most 256 characters
/// @param to likewise
/// @param status final one, or the last provisional one; 0 when unanswered
/// @param userName user of the credentials that the request carries; empty without
public record SipExchange(
    long frameId,
    long timestamp,
    String method,
    String uri,
    String from,
    String to,
    String callId,
    String userAgent,
    String server,
    int status,
    String userName)
    implements Fact {

  @Override
  public String protocol() {
    return "sip";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("sip.method", method);
    out.text("sip.uri", uri);
    out.text("sip.from", from);
    out.text("sip.to", to);
    out.text("sip.call_id", callId);
    out.text("user_agent.original", userAgent);
    out.text("sip.server", server);
    if (status != 0) {
      out.number("sip.status", status);
    }
    out.text("user.name", userName);
  }
}
