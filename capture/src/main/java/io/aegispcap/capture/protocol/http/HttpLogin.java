package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// Somebody proved by NTLM who they are, to a web server or proxy (MS-NTHT, RFC 4559). Responses
/// are never kept.
///
/// @param frameId frame where the request ended its header
/// @param uri at most 2,048 characters
/// @param scheme `ntlm` or `negotiate`
/// @param workstation the client's own name
/// @param ntlmVersion 1 or 2; 0 without a response
/// @param challenge first 16 hexadecimal digits of the SHA-256 of the server's challenge; empty
///   when it was not seen
/// @param target what the server called itself in its challenge; empty when it was not seen
/// @param status of the response; 0 when unanswered
public record HttpLogin(
    long frameId,
    long timestamp,
    String host,
    String uri,
    String scheme,
    String domain,
    String user,
    String workstation,
    int ntlmVersion,
    String challenge,
    String target,
    int status)
    implements Fact {
  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_UNAUTHORIZED = 407;

  /// Whether the server asked again.
  public boolean refused() {
    return status == UNAUTHORIZED || status == PROXY_UNAUTHORIZED;
  }

  /// Whether the server answered as to somebody it knows.
  public boolean accepted() {
    return status != 0 && status < 400;
  }

  @Override
  public String protocol() {
    return "http";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("url.domain", host);
    out.text("url.original", uri);
    out.text("login.mechanism", scheme);
    out.text("user.domain", domain);
    out.text("user.name", user);
    out.text("host.name", workstation);
    if (ntlmVersion != 0) {
      out.number("ntlm.version", ntlmVersion);
    }
    out.text("ntlm.challenge_digest", challenge);
    out.text("ntlm.target", target);
    out.text("event.outcome", refused() ? "failure" : accepted() ? "success" : "unknown");
  }
}
