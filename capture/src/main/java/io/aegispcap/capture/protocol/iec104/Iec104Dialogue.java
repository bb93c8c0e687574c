package io.aegispcap.capture.protocol.iec104;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FramedStream;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.FunctionTally;

/// Commands with their confirmations, by type, common address and object; what stations report.
final class Iec104Dialogue implements Dialogue {
  private static final int NEGATIVE = 0x40;
  private static final int ADDRESS = 3;

  private static final int REQUEST = 5;
  private static final int ACTIVATION = 6;
  private static final int ACTIVATION_CONFIRMED = 7;
  private static final int DEACTIVATION = 8;
  private static final int DEACTIVATION_CONFIRMED = 9;
  private static final int TERMINATION = 10;
  private static final int FIRST_ERROR = 44;

  private final FunctionTally tally;
  private final FramedStream client = new FramedStream(Apdu.IEC104, Apdu.LONGEST);
  private final FramedStream server = new FramedStream(Apdu.IEC104, Apdu.LONGEST);

  Iec104Dialogue(Conversation conversation) {
    tally = new FunctionTally(conversation, "iec104", Iec104Words.IEC104);
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (side == Side.CLIENT) {
      client.read(data, message -> take(Side.CLIENT, message));
    } else {
      server.read(data, message -> take(Side.SERVER, message));
    }
    return true;
  }

  private void take(Side side, Bytes message) {
    if (Apdu.isInformation(message)) {
      if (message.length() < Apdu.OBJECTS + ADDRESS) {
        throw new MalformedMessageException("no object in the ASDU");
      }
      information(side, message);
    } else if (!Apdu.isReceipt(message)) {
      control(side, message.u8(2));
    }
  }

  /// Start, stop and test (5.3): act is followed by con, in the next higher bit.
  private void control(Side side, int function) {
    int activated = function & 0x54;
    if (activated != 0) {
      boolean test = activated == 0x40;
      tally.asked(
          side,
          test ? testOf(side) : activated,
          Iec104Words.NO_UNIT,
          Iec104Words.CONTROL | activated,
          "");
    } else {
      int confirmed = (function & 0xa8) >> 1;
      tally.answered(
          confirmed == 0x40 ? testOf(side == Side.CLIENT ? Side.SERVER : Side.CLIENT) : confirmed,
          FunctionTally.OK);
    }
  }

  private static long testOf(Side asking) {
    return asking == Side.CLIENT ? 1 : 2;
  }

  private void information(Side side, Bytes message) {
    int type = message.u8(Apdu.ASDU);
    int cause = message.u8(Apdu.ASDU + 2) & 0x3f;
    long unit = message.u16Little(Apdu.ASDU + 4);
    long object = message.u16Little(Apdu.OBJECTS) | (long) message.u8(Apdu.OBJECTS + 2) << 16;
    long transaction = transaction(type, unit, object);
    boolean negative = (message.u8(Apdu.ASDU + 2) & NEGATIVE) != 0;
    if (!Iec104Words.isCommand(type)) {
      Side told = side == Side.CLIENT ? Side.SERVER : Side.CLIENT;
      tally.told(told, unit, type, "");
      if (type != Iec104Words.END_OF_INITIALISATION && cause == REQUEST) {
        tally.answered(transaction(Iec104Words.READ, unit, object), FunctionTally.OK);
      }
      return;
    }
    switch (cause) {
      case REQUEST, ACTIVATION, DEACTIVATION ->
          tally.asked(side, transaction, unit, code(message, type, cause), target(type, object));
      case ACTIVATION_CONFIRMED, DEACTIVATION_CONFIRMED ->
          tally.answered(transaction, negative ? Iec104Words.NEGATIVE : FunctionTally.OK);
      case TERMINATION -> {
        // The confirmation was the answer.
      }
      default -> {
        if (cause >= FIRST_ERROR) {
          tally.answered(transaction, cause);
        }
      }
    }
  }

  private static long transaction(int type, long unit, long object) {
    return 1L << 56 | (long) type << 40 | unit << 24 | object;
  }

  private static int code(Bytes message, int type, int cause) {
    if (cause == DEACTIVATION) {
      return type | Iec104Words.DEACTIVATED;
    }
    int qualifier = Apdu.OBJECTS + ADDRESS + Iec104Words.qualifier(type);
    boolean selects =
        Iec104Words.qualifier(type) >= 0
            && qualifier < message.length()
            && message.u8(qualifier) >= 0x80;
    return selects ? type | Iec104Words.SELECTED : type;
  }

  private static String target(int type, long object) {
    return object == 0 || Iec104Words.isAboutAll(type) ? "" : "object " + object;
  }

  @Override
  public boolean gap(Side side, long length) {
    (side == Side.CLIENT ? client : server).gap(length);
    return true;
  }

  @Override
  public void close() {
    tally.close();
  }
}
