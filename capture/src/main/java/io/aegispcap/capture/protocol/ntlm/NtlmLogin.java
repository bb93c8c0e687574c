package io.aegispcap.capture.protocol.ntlm;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A client answered a server's NTLM challenge inside another protocol. Source: MS-NLMP 2.2.1.2,
/// 2.2.1.3. Responses and keys are never kept, and of the challenge only a digest: it tells whether
/// two servers asked the same.
///
/// @param frameId frame of the client's answer
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param protocol of the conversation that carried it: `smb`, `ldap`, `dce_rpc`
/// @param challenge first 16 hexadecimal digits of the SHA-256 of the server's challenge; empty
///   when it was not seen
/// @param target the name that the server gave; empty when it gave none, or was not seen
/// @param domain as the client spells it
/// @param user empty for an anonymous login
/// @param workstation the client's own name
public record NtlmLogin(
    long frameId,
    long timestamp,
    String protocol,
    String challenge,
    String target,
    String domain,
    String user,
    String workstation)
    implements Fact {

  @Override
  public void describe(FactWriter out) {
    out.text("ntlm.challenge_digest", challenge);
    out.text("ntlm.target", target);
    out.text("user.domain", domain);
    out.text("user.name", user);
    out.text("host.name", workstation);
  }
}
