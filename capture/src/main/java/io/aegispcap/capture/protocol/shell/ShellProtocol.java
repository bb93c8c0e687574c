package io.aegispcap.capture.protocol.shell;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// A command shell whose input and output are a TCP connection, as netcat and its like make it: no
/// protocol at all, so that it is known by what shells and those who use them say first.
///
/// Facts: [ShellSession], one a connection.
public final class ShellProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "shell";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    return ShellSigns.begins(first) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new ShellDialogue(conversation);
  }
}
