package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// SMB 1 to 3 over TCP, with or without NetBIOS sessions (RFC 1002, MS-SMB2, MS-CIFS): logins
/// ([SmbSession]), shares ([SmbTree]), files and pipes ([SmbFile]), calls over pipes, and what
/// exploits of SMB 1 are made of ([SmbTransaction]). SMB 3 may encrypt all but the login: that is
/// then all there is.
///
/// Limits: 64 KiB of a message, of one that moves file contents its head; 1,024 open files and 256
/// requests that wait; 8,192 facts of a connection. A gap inside file contents is passed over,
/// another one ends the reading. Compressed messages are not read.
public final class SmbProtocol implements Protocol {
  private static final int TCP = 6;
  private static final int FRAME = 4;
  private static final int SESSION_REQUEST = 0x81;
  private static final int SESSION_REQUEST_LENGTH = 68;

  @Override
  public String name() {
    return "smb";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    if (first.length() == 0) {
      return Recognition.MORE;
    }
    if (first.u8(0) == SESSION_REQUEST) {
      return recogniseSession(first);
    }
    if (first.u8(0) != 0) {
      return Recognition.NO;
    }
    if (first.length() < FRAME + 4) {
      return Recognition.MORE;
    }
    int kind = first.u8(FRAME);
    boolean named = first.u24(FRAME + 1) == 0x53_4d42; // "SMB"
    return named && kind >= 0xfd ? Recognition.YES : Recognition.NO;
  }

  private static Recognition recogniseSession(Bytes first) {
    if (first.length() < FRAME + 1) {
      return first.length() > 1 && first.u8(1) != 0 ? Recognition.NO : Recognition.MORE;
    }
    boolean request = first.u24(1) == SESSION_REQUEST_LENGTH && first.u8(FRAME) == 32;
    return request ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new SmbDialogue(conversation);
  }
}
