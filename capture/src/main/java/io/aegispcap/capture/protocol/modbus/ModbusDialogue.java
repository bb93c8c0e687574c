package io.aegispcap.capture.protocol.modbus;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FramedStream;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.FunctionTally;

/// Requests of the client and the server's answers, by transaction and unit.
final class ModbusDialogue implements Dialogue {
  private static final int UNIT = 6;
  private static final int FUNCTION = 7;
  private static final int DATA = 8;
  private static final int REFUSED = 0x80;

  private final FunctionTally tally;
  private final FramedStream requests =
      new FramedStream(ModbusFraming.MODBUS, ModbusFraming.LONGEST);
  private final FramedStream answers =
      new FramedStream(ModbusFraming.MODBUS, ModbusFraming.LONGEST);

  ModbusDialogue(Conversation conversation) {
    tally = new FunctionTally(conversation, "modbus", ModbusWords.MODBUS);
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (side == Side.CLIENT) {
      requests.read(data, this::request);
    } else {
      answers.read(data, this::answer);
    }
    return true;
  }

  private void request(Bytes message) {
    int function = message.u8(FUNCTION);
    int code = function | detail(message, function) << 8;
    tally.asked(
        Side.CLIENT, transaction(message), message.u8(UNIT), code, target(message, function));
  }

  private void answer(Bytes message) {
    boolean refused = message.u8(FUNCTION) >= REFUSED;
    int error = refused && message.length() > DATA ? message.u8(DATA) : 0;
    tally.answered(transaction(message), refused ? Math.max(1, error) : FunctionTally.OK);
  }

  private static long transaction(Bytes message) {
    return (long) message.u16(0) << 8 | message.u8(UNIT);
  }

  /// What tells apart the functions that share a number.
  private static int detail(Bytes message, int function) {
    return switch (function) {
      case ModbusWords.DIAGNOSTICS -> message.length() >= DATA + 2 ? message.u16(DATA) : 0;
      case ModbusWords.ENCAPSULATED -> message.length() > DATA ? message.u8(DATA) : 0;
      case ModbusWords.UMAS -> message.length() > DATA + 1 ? message.u8(DATA + 1) : 0;
      default -> 0;
    };
  }

  /// What is written: by first address and, of several, the last.
  private static String target(Bytes message, int function) {
    int data = message.length() - DATA;
    return switch (function) {
      case 5 -> data < 2 ? "" : "coil " + message.u16(DATA);
      case 6, 22 -> data < 2 ? "" : "register " + message.u16(DATA);
      case 15 -> data < 4 ? "" : range("coil", message, DATA);
      case 16 -> data < 4 ? "" : range("register", message, DATA);
      case 23 -> data < 8 ? "" : range("register", message, DATA + 4);
      case 21 -> data < 4 ? "" : "file " + message.u16(DATA + 2);
      default -> "";
    };
  }

  private static String range(String what, Bytes message, int at) {
    int from = message.u16(at);
    int count = message.u16(at + 2);
    return count <= 1 ? what + " " + from : what + "s " + from + "-" + (from + count - 1);
  }

  @Override
  public boolean gap(Side side, long length) {
    (side == Side.CLIENT ? requests : answers).gap(length);
    return true;
  }

  @Override
  public void close() {
    tally.close();
  }
}
