package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// How a login to a file server went. Source: MS-SMB2 3.3.5.5, MS-CIFS 2.2.4.53. Secrets are never
/// kept.
///
/// @param frameId frame that completed the server's verdict; of the client's last word without one
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param dialect `1.0`, `2.0.2` to `3.1.1`; empty when it was not seen
/// @param mechanism `ntlm` or `kerberos`; empty when it was neither
/// @param domain as the client spells it; with Kerberos not readable, as user and workstation
/// @param user empty for an anonymous login
/// @param workstation the client's own name
/// @param ntlmVersion 1 or 2; 0 for other mechanisms and anonymous logins
/// @param status [NtStatus], unsigned; [NtStatus#UNANSWERED] when no verdict was seen
/// @param guest whether the server took the client for a guest or for nobody
/// @param signingRequired whether the server requires signatures
public record SmbSession(
    long frameId,
    long timestamp,
    String dialect,
    String mechanism,
    String domain,
    String user,
    String workstation,
    int ntlmVersion,
    long status,
    boolean guest,
    boolean signingRequired)
    implements Fact {

  @Override
  public String protocol() {
    return "smb";
  }

  public boolean accepted() {
    return status == NtStatus.SUCCESS;
  }

  /// Whether the name or the password was wrong, or the account may not be used.
  public boolean refused() {
    return NtStatus.isLoginFailure(status);
  }

  @Override
  public void describe(FactWriter out) {
    out.text("smb.dialect", dialect);
    out.text("smb.mechanism", mechanism);
    out.text("user.domain", domain);
    out.text("user.name", user);
    out.text("host.name", workstation);
    if (ntlmVersion > 0) {
      out.number("ntlm.version", ntlmVersion);
    }
    out.text("smb.status", NtStatus.name(status));
    out.flag("smb.guest", guest);
    out.flag("smb.signing_required", signingRequired);
  }
}
