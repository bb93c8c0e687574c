package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.Optional;

/// What an SSH connection shows: its banners and key exchange in clear (RFC 4253), and from the
/// sizes of the encrypted packets that follow, how its login went. The last is an estimate; see
/// `SshProtocol`.
///
/// @param frameId frame of the last packet that the login was judged by, or of the first banner
/// @param clientBanner the SSH client's, which may have been connected to; identification line
///   without its line end; empty when it was not seen
/// @param serverBanner likewise
/// @param hassh client's fingerprint, 32 hexadecimal digits
/// @param hasshServer server's fingerprint
/// @param authenticationAttempts logins tried and judged, the successful one included; a first
///   request that only asks for the methods does not count
/// @param authenticated whether a login was accepted
/// @param encryptedPackets encrypted packets, or segments where packets cannot be told apart, that
///   were watched
public record SshConversation(
    long frameId,
    long timestamp,
    String clientBanner,
    String serverBanner,
    Optional<String> hassh,
    Optional<String> hasshServer,
    int authenticationAttempts,
    boolean authenticated,
    int encryptedPackets)
    implements Fact {

  @Override
  public String protocol() {
    return "ssh";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("ssh.client.banner", clientBanner);
    out.text("ssh.server.banner", serverBanner);
    out.text("ssh.client.hassh", hassh.orElse(""));
    out.text("ssh.server.hassh", hasshServer.orElse(""));
    out.number("ssh.authentication.attempts", authenticationAttempts);
    out.flag("ssh.authentication.success", authenticated);
  }
}
