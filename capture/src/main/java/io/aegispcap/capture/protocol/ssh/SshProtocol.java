package io.aegispcap.capture.protocol.ssh;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// SSH over TCP (RFC 4253). Banners and key exchange are read in clear. How the login went is
/// estimated from the sizes of what follows, encrypted; one [SshConversation] is emitted when a
/// login is seen to succeed, when 200 encrypted packets passed, or at the end.
///
/// The estimate rests on this. The server's first answer accepts the authentication service, in a
/// message of 17 bytes. `SSH_MSG_USERAUTH_SUCCESS` is 1 byte, less than any other answer, so its
/// packet has a size that follows from the ciphers agreed. Failures all have the size of the first
/// refusal (RFC 4252 5.1, and the approach of Zeek's SSH analyzer). Where lengths are in clear
/// (AES-GCM, MACs named `-etm`) packets are told apart exactly; with other ciphers each TCP segment
/// is taken for one packet. 200 packets of which few are refusals are taken for a session: logins
/// end sooner (OpenSSH allows six attempts).
///
/// Limits: a first request of at most 48 bytes is taken for the question which methods there are,
/// so one with a very short name and password is not counted; several packets in one segment,
/// banners shown before login, and a server whose list of methods changes can hide attempts; with
/// compression before authentication (`zlib`) nothing is estimated; SSH 1 is named by its banner
/// alone.
public final class SshProtocol implements Protocol {
  private static final int TCP = 6;
  private static final byte[] START = {'S', 'S', 'H', '-'};

  @Override
  public String name() {
    return "ssh";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    for (int i = 0; i < START.length; i++) {
      if (i == first.length()) {
        return Recognition.MORE;
      }
      if (first.u8(i) != START[i]) {
        return Recognition.NO;
      }
    }
    return Recognition.YES;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new SshDialogue(conversation);
  }
}
