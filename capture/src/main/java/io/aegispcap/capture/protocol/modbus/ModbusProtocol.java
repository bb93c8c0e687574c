package io.aegispcap.capture.protocol.modbus;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// Modbus/TCP. Recognised by a whole first message whose lengths agree with its function: a request
/// from the client, or an answer from the server.
///
/// Facts: [io.aegispcap.capture.protocol.control.ControlFunction]. Missing bytes cost the messages
/// they were of.
public final class ModbusProtocol implements Protocol {
  private static final int TCP = 6;

  @Override
  public String name() {
    return "modbus";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == TCP;
  }

  @Override
  public Recognition recognise(Side side, Bytes first) {
    int length = first.length();
    if (length >= 4 && first.u16(2) != 0 || length >= 5 && first.u8(4) > 1) {
      return Recognition.NO;
    }
    if (length < ModbusFraming.HEADER) {
      return Recognition.MORE;
    }
    int whole = ModbusFraming.MODBUS.length(first);
    if (whole < 0) {
      return Recognition.NO;
    }
    if (whole > length) {
      return Recognition.MORE;
    }
    Bytes message = first.slice(0, whole);
    boolean fits =
        side == Side.CLIENT ? ModbusShape.isRequest(message) : ModbusShape.isAnswer(message);
    boolean goesOn = length < whole + 4 || first.u16(whole + 2) == 0;
    return fits && goesOn ? Recognition.YES : Recognition.NO;
  }

  @Override
  public Dialogue open(Conversation conversation) {
    return new ModbusDialogue(conversation);
  }
}
