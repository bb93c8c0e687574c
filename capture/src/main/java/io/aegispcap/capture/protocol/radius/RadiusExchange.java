package io.aegispcap.capture.protocol.radius;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.Optional;

/// A request and its answer. Source: RFC 2865, RFC 2866, RFC 5176. Texts have at most 253
/// characters.
///
/// @param frameId frame of the request; of the answer when the request was not seen
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param request such as `Access-Request`; empty when it was not seen
/// @param answer such as `Access-Reject`; empty when none came
/// @param user who wants to come in
/// @param method how the user proves it: `pap`, `chap`, `mschap`, `eap`; empty when that is not
///   seen
/// @param nasAddress of the access server, as it says
/// @param nasIdentifier its name
/// @param calledStation what was called: a number, or an access point's address and network
/// @param callingStation who called: a number, or a hardware or IP address
/// @param framedAddress given to the user
/// @param replyMessage told to the user
/// @param accountingStatus `Start`, `Stop`, `Interim-Update`, `Accounting-On`, `Accounting-Off`, or
///   a number; empty unless it is accounting
/// @param sessionId by which the records of a session belong together
/// @param inputOctets from the user, as told, 2^63 - 1 at most
/// @param outputOctets to the user, likewise
/// @param sessionSeconds for which the user was in
public record RadiusExchange(
    long frameId,
    long timestamp,
    String request,
    String answer,
    String user,
    String method,
    Optional<IpAddress> nasAddress,
    String nasIdentifier,
    String calledStation,
    String callingStation,
    Optional<IpAddress> framedAddress,
    String replyMessage,
    String accountingStatus,
    String sessionId,
    long inputOctets,
    long outputOctets,
    long sessionSeconds)
    implements Fact {

  /// Whether a user was let in.
  public boolean accepted() {
    return answer.equals(RadiusCode.ACCESS_ACCEPT.words);
  }

  /// Whether a user was turned away.
  public boolean refused() {
    return answer.equals(RadiusCode.ACCESS_REJECT.words);
  }

  @Override
  public String protocol() {
    return "radius";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("radius.request", request);
    out.text("radius.answer", answer);
    out.text("user.name", user);
    out.text("radius.method", method);
    out.text("radius.nas_address", nasAddress.map(IpAddress::toString).orElse(""));
    out.text("radius.nas_identifier", nasIdentifier);
    out.text("radius.called_station", calledStation);
    out.text("radius.calling_station", callingStation);
    out.text("radius.framed_address", framedAddress.map(IpAddress::toString).orElse(""));
    out.text("radius.reply_message", replyMessage);
    if (!accountingStatus.isEmpty()) {
      out.text("radius.accounting_status", accountingStatus);
      out.text("radius.session_id", sessionId);
      out.number("radius.input_octets", inputOctets);
      out.number("radius.output_octets", outputOctets);
      out.number("radius.session_seconds", sessionSeconds);
    }
  }
}
