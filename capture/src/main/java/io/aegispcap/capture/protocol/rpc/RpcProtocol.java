package io.aegispcap.capture.protocol.rpc;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// Connection-oriented RPC over TCP (C706, MS-RPCE 2.1.1.1): each call is a [RpcCall].
///
/// Limits: PDUs of 64 KiB, of the first fragment of arguments 8 KiB, 64 calls that wait, 8,192
/// calls of a connection. A gap ends the reading.
public final class RpcProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "dce_rpc";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return RpcPdu.recognise(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new RpcDialogue(new RpcStream(conversation, ""));
  }
}
