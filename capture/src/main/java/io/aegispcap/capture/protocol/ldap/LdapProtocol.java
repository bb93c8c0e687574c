package io.aegispcap.capture.protocol.ldap;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// LDAP 3 over TCP and UDP: logins ([LdapBind]) and searches ([LdapSearch]). After StartTLS, or
/// once SASL encrypts, nothing more is read.
///
/// Limits: messages of 64 KiB, longer ones are passed over; 64 searches that wait for their end;
/// 4,096 facts of a connection. A gap ends the reading.
public final class LdapProtocol implements Protocol {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int LOOKED_AT = 12;

  @Override
  public String name() {
    return "ldap";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP || ipProtocol == UDP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    if (first.length() == 0) {
      return Recognition.MORE;
    }
    if (first.u8(0) != 0x30) {
      return Recognition.NO;
    }
    if (first.length() < 7) {
      return Recognition.MORE;
    }
    int at = LdapStream.body(first);
    if (at < 0) {
      return Recognition.NO;
    }
    if (first.length() < LOOKED_AT) {
      return first.length() == at + LdapStream.length(first) ? begins(first, at) : Recognition.MORE;
    }
    return begins(first, at);
  }

  /// A message id of one to four bytes, then an operation.
  private static Recognition begins(Bytes first, int at) {
    if (first.length() < at + 4) {
      return Recognition.NO;
    }
    int size = first.u8(at) == 2 ? first.u8(at + 1) : 0;
    boolean numbered = size >= 1 && size <= 4 && first.length() > at + 2 + size;
    return numbered && LdapDialogue.isOperation(first.u8(at + 2 + size))
        ? Recognition.YES
        : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new LdapDialogue(conversation);
  }
}
