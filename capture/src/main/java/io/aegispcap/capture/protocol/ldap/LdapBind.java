package io.aegispcap.capture.protocol.ldap;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A login to a directory. Source: RFC 4511 4.2. Passwords are never kept.
///
/// @param frameId frame of the request
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param name whom the client says to be, or the user of NTLM; empty for nobody
/// @param mechanism `simple`, or that of SASL such as `GSS-SPNEGO`
/// @param cleartext whether a password stood in the open
/// @param result code of RFC 4511 4.1.9; -1 when unanswered
public record LdapBind(
    long frameId, long timestamp, String name, String mechanism, boolean cleartext, int result)
    implements Fact {
  static final int INVALID_CREDENTIALS = 49;

  @Override
  public String protocol() {
    return "ldap";
  }

  /// Whether the name or the password was wrong.
  public boolean refused() {
    return result == INVALID_CREDENTIALS;
  }

  @Override
  public void describe(FactWriter out) {
    out.text("ldap.operation", "bind");
    out.text("user.name", name);
    out.text("login.mechanism", mechanism);
    out.flag("login.cleartext", cleartext);
    if (result >= 0) {
      out.number("ldap.result", result);
    }
  }
}
