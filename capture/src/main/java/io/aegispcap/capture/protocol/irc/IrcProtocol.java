package io.aegispcap.capture.protocol.irc;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// IRC over TCP (RFC 2812), recognised by how clients register and servers greet.
public final class IrcProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "irc";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return side == Side.CLIENT ? IrcGreeting.client(first) : IrcGreeting.server(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new IrcDialogue(conversation);
  }
}
