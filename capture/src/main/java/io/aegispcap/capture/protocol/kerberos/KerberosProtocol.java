package io.aegispcap.capture.protocol.kerberos;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// Kerberos 5 with key distribution centres, over UDP and TCP (RFC 4120 7.2).
///
/// Limits: messages of 64 KiB, 64 exchanges of a conversation. A gap ends the reading.
public final class KerberosProtocol implements Protocol {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int PREFIX = 4;
  private static final int LOOKED_AT = 24;

  @Override
  public String name() {
    return "kerberos";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP || ipProtocol == UDP;
  }

  /// A message begins with its tag, so that over TCP the first byte, of its length, is zero.
  @Override
  public Recognition recognise(Side side, Bytes first) {
    if (first.length() == 0) {
      return Recognition.MORE;
    }
    int at = first.u8(0) == 0 ? PREFIX : 0;
    if (at > 0 && first.length() > 1 && first.u8(1) != 0) {
      return Recognition.NO;
    }
    if (first.length() <= at) {
      return Recognition.MORE;
    }
    if (!KerberosMessage.isTag(first.u8(at))) {
      return Recognition.NO;
    }
    return first.length() - at < LOOKED_AT
        ? Recognition.MORE
        : KerberosMessage.begins(first, at) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new KerberosDialogue(conversation);
  }
}
