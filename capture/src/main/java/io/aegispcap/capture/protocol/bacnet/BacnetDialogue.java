package io.aegispcap.capture.protocol.bacnet;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.FunctionTally;

/// Services that are asked for and their answers, by who asked and the number of the call.
final class BacnetDialogue implements Dialogue {
  private static final int SEGMENTED = 0x08;

  private final FunctionTally tally;

  BacnetDialogue(Conversation conversation) {
    tally = new FunctionTally(conversation, "bacnet", BacnetWords.BACNET);
  }

  @Override
  public boolean read(Side side, Bytes data) {
    if (!BacnetHeaders.fits(data)) {
      throw new MalformedMessageException("no datagram of BACnet");
    }
    BacnetHeaders headers = BacnetHeaders.of(data);
    if (headers.at() >= 0) {
      Bytes message = data.slice(headers.at(), data.length() - headers.at());
      application(side, headers.network(), message);
    } else if (BacnetWords.isLinkCommand(headers.link())) {
      tally.told(side, headers.network(), BacnetWords.LINK | headers.link(), "");
    }
    return true;
  }

  /// By the kind of message (135 20.1).
  private void application(Side side, int network, Bytes message) {
    int flags = message.u8(0);
    switch (flags >> 4) {
      case 0 -> request(side, network, message, (flags & SEGMENTED) != 0);
      case 1 -> unconfirmed(side, network, message);
      case 2, 3 -> tally.answered(transaction(other(side), message.u8(1)), FunctionTally.OK);
      case 5 -> tally.answered(transaction(other(side), message.u8(1)), error(message));
      case 6 ->
          tally.answered(
              transaction(other(side), message.u8(1)), BacnetWords.REJECTED | message.u8(2));
      case 7 ->
          tally.answered(
              transaction(other(side), message.u8(1)), BacnetWords.ABORTED | message.u8(2));
      default -> {
        // Receipts of segments.
      }
    }
  }

  private void request(Side side, int network, Bytes message, boolean segmented) {
    if (segmented && message.u8(3) != 0) {
      return;
    }
    int at = segmented ? 5 : 3;
    int service = message.u8(at);
    Bytes parameters = message.slice(at + 1, message.length() - at - 1);
    tally.asked(
        side,
        transaction(side, message.u8(2)),
        network,
        BacnetObjects.isAboutAnyDevice(service, parameters)
            ? service | BacnetWords.ANY_DEVICE
            : service,
        BacnetObjects.target(service, parameters));
  }

  private void unconfirmed(Side side, int network, Bytes message) {
    int service = message.u8(1);
    Bytes parameters = message.slice(2, message.length() - 2);
    boolean reports = BacnetWords.isReport(service);
    tally.told(
        reports ? other(side) : side,
        network,
        BacnetWords.UNCONFIRMED | service,
        service == BacnetWords.I_AM ? BacnetObjects.device(parameters) : "");
  }

  /// Class and code, each an enumerated value of one or two bytes (135 20.1.7); 1 when they are not
  /// said that way.
  private static int error(Bytes message) {
    if (message.length() >= 7 && message.u8(3) == 0x91 && message.u8(5) == 0x91) {
      return BacnetWords.ERROR | message.u8(4) << 8 | message.u8(6);
    }
    return BacnetWords.ERROR | 1;
  }

  private static Side other(Side side) {
    return side == Side.CLIENT ? Side.SERVER : Side.CLIENT;
  }

  private static long transaction(Side asking, int invocation) {
    return (long) asking.ordinal() << 8 | invocation;
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    tally.close();
  }
}
