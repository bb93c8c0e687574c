package io.aegispcap.capture.protocol.kerberos;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// A client's request to a key distribution centre, and the reply. Source: RFC 4120 5.4, 5.9.1.
/// Names have at most 256 characters; nothing encrypted is kept.
///
/// @param frameId frame that completed the request; of the reply when only that was seen
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param request `as` for a ticket by password, `tgs` for one by another ticket
/// @param client such as `alice`; empty when it is encrypted and no ticket came
/// @param realm that was asked
/// @param service such as `krbtgt/EXAMPLE.ORG` or `MSSQLSvc/db.example.org:1433`
/// @param offered encryption types that the client takes, in its order, by their IANA names
/// @param preAuthenticated whether the request proves the client's key
/// @param ticketEncryption of the ticket: by it the service's key can be guessed at; empty without
///   one
/// @param replyEncryption of the client's part of the reply
/// @param error such as `PREAUTH_FAILED`; empty without one
/// @param answered whether a reply came
public record KerberosExchange(
    long frameId,
    long timestamp,
    String request,
    String client,
    String realm,
    String service,
    List<String> offered,
    boolean preAuthenticated,
    String ticketEncryption,
    String replyEncryption,
    String error,
    boolean answered)
    implements Fact {
  public KerberosExchange {
    offered = List.copyOf(offered);
  }

  @Override
  public String protocol() {
    return "kerberos";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("kerberos.request", request);
    out.text("kerberos.client", client);
    out.text("kerberos.realm", realm);
    out.text("kerberos.service", service);
    out.list("kerberos.offered", offered);
    out.flag("kerberos.pre_authenticated", preAuthenticated);
    out.text("kerberos.ticket_encryption", ticketEncryption);
    out.text("kerberos.reply_encryption", replyEncryption);
    out.text("kerberos.error", error);
    out.flag("kerberos.answered", answered);
  }
}
