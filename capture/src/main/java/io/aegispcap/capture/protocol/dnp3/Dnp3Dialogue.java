package io.aegispcap.capture.protocol.dnp3;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.FramedStream;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.FunctionTally;

/// Requests of masters and responses of outstations, whichever opened the connection; link
/// functions that carry no data.
final class Dnp3Dialogue implements Dialogue {
  private static final int UDP = 17;
  private static final int PRIMARY = 0x40;
  private static final int TRANSPORT_FIRST = 0x40;
  private static final int UNSOLICITED = 0x10;
  private static final int SEQUENCE = 0x0f;

  /// Second byte of the internal indications (IEEE 1815 4.5): not supported, unknown, wrong.
  private static final int ERRORS = 0x07;

  private final Conversation conversation;
  private final FunctionTally tally;
  private final FramedStream client = new FramedStream(LinkFraming.LINK, LinkFraming.LONGEST);
  private final FramedStream server = new FramedStream(LinkFraming.LINK, LinkFraming.LONGEST);

  Dnp3Dialogue(Conversation conversation) {
    this.conversation = conversation;
    tally = new FunctionTally(conversation, "dnp3", Dnp3Words.DNP3);
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (side == Side.CLIENT) {
      client.read(data, frame -> take(Side.CLIENT, frame));
    } else {
      server.read(data, frame -> take(Side.SERVER, frame));
    }
    if (conversation.transport() == UDP) {
      gap(side, 1); // a datagram's frames end with it
    }
    return true;
  }

  private void take(Side side, Bytes frame) {
    byte[] data = LinkFraming.data(frame);
    long destination = frame.u16Little(4);
    long source = frame.u16Little(6);
    if (data.length >= 3) {
      if ((data[0] & TRANSPORT_FIRST) != 0) {
        application(side, source, destination, Bytes.of(data).slice(1, data.length - 1));
      }
    } else {
      link(side, frame.u8(3), source, destination);
    }
  }

  private void link(Side side, int control, long source, long destination) {
    int function = control & 0x0f;
    if ((control & PRIMARY) != 0) {
      tally.asked(
          side,
          transaction(2, source, destination, 0),
          Dnp3Words.unit(source, destination),
          Dnp3Words.LINK | function,
          "");
    } else {
      tally.answered(transaction(2, destination, source, 0), Dnp3Words.linkError(function));
    }
  }

  private void application(Side side, long source, long destination, Bytes message) {
    int control = message.u8(0);
    int function = message.u8(1);
    int sequence = control & SEQUENCE;
    if (function == Dnp3Words.UNSOLICITED || function == Dnp3Words.RESPONSE) {
      int error = message.length() >= 4 ? message.u8(3) & ERRORS : 0;
      boolean known =
          function == Dnp3Words.RESPONSE
              && tally.answered(transaction(1, destination, source, sequence), error);
      if (!known) {
        Side master = side == Side.CLIENT ? Side.SERVER : Side.CLIENT;
        tally.told(master, Dnp3Words.unit(destination, source), function, "");
      }
      return;
    }
    Dnp3Objects objects = Dnp3Objects.of(message);
    long unit = Dnp3Words.unit(source, destination);
    int code = Dnp3Words.code(function, objects.group());
    if (Dnp3Words.isAnswered(function)) {
      String target = Dnp3Words.names(function) ? objects.text() : "";
      tally.asked(side, transaction(1, source, destination, sequence), unit, code, target);
    } else {
      boolean confirmsReport = (control & UNSOLICITED) != 0;
      tally.told(side, unit, code, confirmsReport ? "" : objects.text());
    }
  }

  /// @param layer 1 for the application, 2 for the link
  private static long transaction(int layer, long master, long outstation, int sequence) {
    return (long) layer << 60 | master << 32 | outstation << 8 | sequence;
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
