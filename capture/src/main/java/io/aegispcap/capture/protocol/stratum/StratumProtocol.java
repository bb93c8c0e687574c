package io.aegispcap.capture.protocol.stratum;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// Stratum over TCP, as miners of Bitcoin, Ethereum and Monero speak it, recognised by the client's
/// first line. Source: the pools' documentation (slushpool, XMRig, EthereumStratum).
public final class StratumProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "stratum";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return side == Side.SERVER ? Recognition.NO : StratumLine.recognise(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new StratumDialogue(conversation);
  }
}
