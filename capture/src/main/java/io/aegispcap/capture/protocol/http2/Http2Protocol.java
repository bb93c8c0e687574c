package io.aegispcap.capture.protocol.http2;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// HTTP/2 with prior knowledge, recognised by the client's preface (RFC 9113 3.3, 3.4).
public final class Http2Protocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "http2";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    if (side == Side.SERVER) {
      return Recognition.NO;
    }
    int length = Math.min(first.length(), Http2Dialogue.PREFACE.length);
    for (int i = 0; i < length; i++) {
      if (first.u8(i) != Http2Dialogue.PREFACE[i]) {
        return Recognition.NO;
      }
    }
    return length == Http2Dialogue.PREFACE.length ? Recognition.YES : Recognition.MORE;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new Http2Dialogue(conversation);
  }
}
