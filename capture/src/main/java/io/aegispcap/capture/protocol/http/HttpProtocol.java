package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// HTTP/1.0 and HTTP/1.1 over TCP (RFC 9112). HTTP/2 is another protocol, also without TLS.
public final class HttpProtocol implements Protocol {
  /// Bytes of one body that go into its digests: 64 MiB.
  public static final long MAX_HASHED_BODY = 64L << 20;

  private static final int TCP = 6;
  private static final int LONGEST_METHOD = 20;
  private static final int LONGEST_LINE = 4096;
  private static final String VERSION = "HTTP/1.";
  private static final String STATUS = "HTTP/1.? ???";

  @Override
  public String name() {
    return "http";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    Recognition response = recogniseResponse(first);
    return response == Recognition.NO ? recogniseRequest(first) : response;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new HttpDialogue(conversation);
  }

  private static Recognition recogniseResponse(Bytes first) {
    int there = Math.min(first.length(), STATUS.length());
    for (int i = 0; i < there; i++) {
      int value = first.u8(i);
      char expected = STATUS.charAt(i);
      boolean fits = expected == '?' ? value >= '0' && value <= '9' : value == expected;
      if (!fits) {
        return Recognition.NO;
      }
    }
    return there == STATUS.length() ? Recognition.YES : Recognition.MORE;
  }

  /// A method in capitals, a target, and `HTTP/1.x` at the end of the first line.
  private static Recognition recogniseRequest(Bytes first) {
    int space = 0;
    while (space < first.length()
        && isMethodCharacter(first.u8(space))
        && space <= LONGEST_METHOD) {
      space++;
    }
    if (space == first.length()) {
      return space <= LONGEST_METHOD ? Recognition.MORE : Recognition.NO;
    }
    if (space < 3 || first.u8(space) != ' ') {
      return Recognition.NO;
    }
    int end = first.indexOf((byte) '\n', space);
    if (end < 0) {
      return isText(first, space) && first.length() < LONGEST_LINE
          ? Recognition.MORE
          : Recognition.NO;
    }
    int version = (first.u8(end - 1) == '\r' ? end - 1 : end) - VERSION.length() - 1;
    boolean named = version > space && first.latin1(version, VERSION.length()).equals(VERSION);
    return named ? Recognition.YES : Recognition.NO;
  }

  private static boolean isMethodCharacter(int value) {
    return (value >= 'A' && value <= 'Z') || value == '-' || value == '_';
  }

  private static boolean isText(Bytes first, int from) {
    for (int i = from; i < first.length(); i++) {
      int value = first.u8(i);
      if ((value < ' ' && value != '\r' && value != '\t') || value == 127) {
        return false;
      }
    }
    return true;
  }
}
