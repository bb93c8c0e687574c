package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// Takes one side's bytes apart into records (RFC 8446 5.1). Only what stands in clear is held;
/// bodies of encrypted records are passed over.
final class RecordStream {
  private static final int HEADER = 5;
  private static final int ALERT_LENGTH = 2;

  private final Side side;
  private final RecordSink sink;
  private final HandshakeStream handshake;
  private final Accumulator header = new Accumulator(HEADER);
  private final Accumulator alert = new Accumulator(ALERT_LENGTH);
  private int type;
  private int left;
  private boolean readable;

  RecordStream(Side side, RecordSink sink) {
    this.side = side;
    this.sink = sink;
    this.handshake = new HandshakeStream(side, sink);
  }

  void add(Bytes data, int from) {
    int at = from;
    while (at < data.length()) {
      int available = data.length() - at;
      at += left > 0 ? readBody(data, at, available) : readHeader(data, at, available);
    }
  }

  private int readHeader(Bytes data, int at, int available) {
    int taken = Math.min(HEADER - header.length(), available);
    header.add(data, at, taken);
    if (header.length() == HEADER) {
      Bytes view = header.view();
      if (!Records.isHeader(view)) {
        throw new MalformedMessageException("not a TLS record");
      }
      begin(view.u8(0), view.u16(3));
      header.drop(HEADER);
    }
    return taken;
  }

  private void begin(int type, int length) {
    this.type = type;
    left = length;
    readable = type != Records.APPLICATION_DATA && !sink.isEncrypted(side);
    if (type == Records.CHANGE_CIPHER_SPEC) {
      sink.changeCipher(side);
    } else if (!readable) {
      sink.encrypted(side, type, length);
    } else if (type == Records.ALERT && length != ALERT_LENGTH) {
      throw new MalformedMessageException("alert of " + length + " bytes");
    }
  }

  private int readBody(Bytes data, int at, int available) {
    int taken = Math.min(left, available);
    left -= taken;
    if (readable && type == Records.HANDSHAKE) {
      handshake.add(data, at, taken);
    } else if (readable && type == Records.ALERT) {
      readAlert(data, at, taken);
    }
    return taken;
  }

  private void readAlert(Bytes data, int at, int taken) {
    alert.add(data, at, taken);
    if (left == 0) {
      Bytes view = alert.view();
      sink.alert(side, view.u8(0), view.u8(1));
      alert.drop(ALERT_LENGTH);
    }
  }
}
