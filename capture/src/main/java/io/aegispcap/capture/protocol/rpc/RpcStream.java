package io.aegispcap.capture.protocol.rpc;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// Cuts both sides' bytes into PDUs: those of a TCP connection, or what is written to a pipe and
/// read from it. Holds at most 64 KiB a side.
public final class RpcStream {
  private static final int LONGEST = 0xffff;

  private final Accumulator client = new Accumulator(LONGEST);
  private final Accumulator server = new Accumulator(LONGEST);
  private final RpcSession session;

  /// @param endpoint name of the pipe, without `\pipe\`; empty over TCP
  public RpcStream(Conversation conversation, String endpoint) {
    this.session = new RpcSession(conversation, endpoint);
  }

  /// @return whether more is wanted
  /// @throws MalformedMessageException when it is not RPC
  public boolean read(Side side, Bytes data) {
    Accumulator held = side == Side.CLIENT ? client : server;
    int at = 0;
    boolean more = true;
    while (more && (at < data.length() || isWhole(held))) {
      int wanted = held.length() < RpcPdu.HEADER ? RpcPdu.HEADER : RpcPdu.length(held.view());
      int taken = Math.min(wanted - held.length(), data.length() - at);
      held.add(data, at, taken);
      at += taken;
      if (isWhole(held)) {
        int length = RpcPdu.length(held.view());
        more = session.accept(side, new RpcPdu(held.view().slice(0, length)));
        held.drop(length);
      }
    }
    return more;
  }

  private static boolean isWhole(Accumulator held) {
    return held.length() >= RpcPdu.HEADER && held.length() >= RpcPdu.length(held.view());
  }

  /// Calls that wait go unanswered.
  public void close() {
    session.close();
    client.clear();
    server.clear();
  }
}
