package io.aegispcap.capture.protocol.iec104;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// IEC 60870-5-104, recognised by a whole first message: a control function, a receipt, or
/// information whose length agrees with its type and number of objects.
///
/// Facts: [io.aegispcap.capture.protocol.control.ControlFunction]; a unit is the common address.
/// Missing bytes cost the messages they were of.
public final class Iec104Protocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "iec104";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    int length = first.length();
    if (length >= 1 && first.u8(0) != Apdu.START) {
      return Recognition.NO;
    }
    if (length < Apdu.HEADER) {
      return Recognition.MORE;
    }
    int whole = Apdu.IEC104.length(first);
    if (whole < 0 || Apdu.isInformation(first) && (first.u8(4) & 1) != 0) {
      return Recognition.NO;
    }
    if (whole > length) {
      return Recognition.MORE;
    }
    boolean goesOn = length == whole || first.u8(whole) == Apdu.START;
    return goesOn && Apdu.isStrict(first.slice(0, whole)) ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new Iec104Dialogue(conversation);
  }
}
