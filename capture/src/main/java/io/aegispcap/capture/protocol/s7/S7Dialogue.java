package io.aegispcap.capture.protocol.s7;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FramedStream;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.FunctionTally;
import io.aegispcap.capture.protocol.tpkt.Tpkt;

/// Jobs and what acknowledges them, by reference. A controller that takes blocks asks for them by
/// jobs of its own: these count as the client's doing as well.
final class S7Dialogue implements Dialogue {
  private static final int READ_AT_MOST = 1024;
  private static final int IDENTIFIER = 0x32;
  private static final int JOB = 1;
  private static final int ACKNOWLEDGED = 2;
  private static final int ACKNOWLEDGED_WITH_DATA = 3;
  private static final int USERDATA = 7;

  private static final int HEADER = 10;

  /// Userdata parameters: length of the head, request or response, type and group, subfunction.
  private static final int GROUP = 5;

  private static final int SUBFUNCTION = 6;
  private static final int USERDATA_ERROR = 10;
  private static final int CALLED_TSAP = 0xc2;

  private final FunctionTally tally;
  private final FramedStream client = new FramedStream(Tpkt.TPKT, READ_AT_MOST);
  private final FramedStream server = new FramedStream(Tpkt.TPKT, READ_AT_MOST);
  private boolean clientGoesOn;
  private boolean serverGoesOn;
  private long unit = S7Words.NO_UNIT;

  S7Dialogue(Conversation conversation) {
    tally = new FunctionTally(conversation, "s7comm", S7Words.S7);
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (side == Side.CLIENT) {
      client.read(data, packet -> take(Side.CLIENT, packet));
    } else {
      server.read(data, packet -> take(Side.SERVER, packet));
    }
    return true;
  }

  private void take(Side side, Bytes packet) {
    switch (Tpkt.kind(packet)) {
      case Tpkt.CONNECTION_REQUEST -> unit = calledTsap(packet);
      case Tpkt.DATA -> data(side, packet);
      case -1 -> throw new MalformedMessageException("no TPDU");
      default -> {
        // Confirmations, and the end of a connection.
      }
    }
  }

  /// X.224 13.3.4: parameters after six bytes of the header.
  private static long calledTsap(Bytes packet) {
    int end = Math.min(packet.length(), Tpkt.payload(packet));
    for (int at = Tpkt.HEADER + 7; at + 2 <= end; at += 2 + packet.u8(at + 1)) {
      if (packet.u8(at) == CALLED_TSAP && packet.u8(at + 1) == 2 && at + 4 <= end) {
        return packet.u16(at + 2);
      }
    }
    return S7Words.NO_UNIT;
  }

  private void data(Side side, Bytes packet) {
    boolean continued = side == Side.CLIENT ? clientGoesOn : serverGoesOn;
    boolean goesOn = !Tpkt.ends(packet);
    int from = Tpkt.payload(packet);
    boolean empty = from >= packet.length();
    if (side == Side.CLIENT) {
      clientGoesOn = goesOn && !empty;
    } else {
      serverGoesOn = goesOn && !empty;
    }
    if (!continued && !empty) {
      message(side, packet.slice(from, packet.length() - from));
    }
  }

  private void message(Side side, Bytes message) {
    if (message.u8(0) != IDENTIFIER) {
      throw new MalformedMessageException("no message of S7");
    }
    long reference = message.u16(4);
    boolean byServer = side == Side.SERVER;
    switch (message.u8(1)) {
      case JOB -> {
        Bytes parameters = parameters(message, HEADER);
        tally.asked(
            Side.CLIENT,
            transaction(JOB, byServer, reference),
            unit,
            S7Jobs.function(parameters),
            S7Jobs.target(parameters));
      }
      case ACKNOWLEDGED, ACKNOWLEDGED_WITH_DATA ->
          tally.answered(transaction(JOB, !byServer, reference), message.u16(HEADER));
      case USERDATA -> userdata(byServer, reference, message);
      default -> throw new MalformedMessageException("no message of S7");
    }
  }

  private static Bytes parameters(Bytes message, int from) {
    int length = Math.min(message.u16(6), message.length() - from);
    return message.slice(from, length);
  }

  private void userdata(boolean byServer, long reference, Bytes message) {
    Bytes parameters = parameters(message, HEADER);
    int type = parameters.u8(GROUP) >> 4;
    int function =
        S7Words.userdata(
            parameters.u8(GROUP) & 0xf,
            parameters.u8(SUBFUNCTION),
            identifies(message, HEADER + parameters.length()));
    switch (type) {
      case 4 ->
          tally.asked(
              Side.CLIENT,
              transaction(USERDATA, byServer, reference),
              unit,
              function,
              S7Jobs.list(parameters, message, HEADER + parameters.length()));
      case 8 -> {
        int error = parameters.length() >= USERDATA_ERROR + 2 ? parameters.u16(USERDATA_ERROR) : 0;
        tally.answered(transaction(USERDATA, !byServer, reference), error);
      }
      default -> tally.told(Side.CLIENT, unit, S7Words.PUSH, "");
    }
  }

  /// Whether a list of the system's state (SZL) is asked for that says what the device is: module
  /// (0x11) or component (0x1c) identification. Data: code, transport, length, list, index.
  private static boolean identifies(Bytes message, int data) {
    if (message.length() < data + 6) {
      return false;
    }
    int list = message.u16(data + 4) & 0xff;
    return list == 0x11 || list == 0x1c;
  }

  private static long transaction(int kind, boolean byServer, long reference) {
    return (long) kind << 32 | (byServer ? 1L << 31 : 0) | reference;
  }

  @Override
  public boolean gap(Side side, long length) {
    if (side == Side.CLIENT) {
      clientGoesOn = false;
      client.gap(length);
    } else {
      serverGoesOn = false;
      server.gap(length);
    }
    return true;
  }

  @Override
  public void close() {
    tally.close();
  }
}
