package io.aegispcap.capture.protocol.rpc;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;

/// A TCP connection.
final class RpcDialogue implements Dialogue {
  private final RpcStream stream;

  RpcDialogue(RpcStream stream) {
    this.stream = stream;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    return stream.read(side, data);
  }

  @Override
  public boolean gap(Side side, long length) {
    return false;
  }

  @Override
  public void close() {
    stream.close();
  }
}
