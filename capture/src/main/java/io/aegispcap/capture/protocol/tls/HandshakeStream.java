package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;

/// Joins handshake messages that are spread over records, or share one. Bodies that came in one
/// piece are read where they stand; those that nobody reads are passed over without being held.
final class HandshakeStream {
  private static final int HEADER = 4;
  private static final byte[] NOTHING = {};

  private final Side side;
  private final RecordSink sink;
  private final Accumulator header = new Accumulator(HEADER);
  private final Accumulator body = new Accumulator(HandshakeType.MAX_CERTIFICATE);
  private final Bytes whole = new Bytes();
  private boolean inBody;
  private int type;
  private int left;

  HandshakeStream(Side side, RecordSink sink) {
    this.side = side;
    this.sink = sink;
  }

  void add(Bytes data, int from, int length) {
    int at = from;
    int end = from + length;
    while (at < end) {
      at += inBody ? readBody(data, at, end - at) : readHeader(data, at, end - at);
      if (inBody && left == 0) {
        complete();
      }
    }
  }

  private int readHeader(Bytes data, int at, int available) {
    int taken = Math.min(HEADER - header.length(), available);
    header.add(data, at, taken);
    if (header.length() == HEADER) {
      type = header.view().u8(0);
      left = header.view().u24(1);
      header.drop(HEADER);
      inBody = true;
      refuseOverlong();
    }
    return taken;
  }

  private int readBody(Bytes data, int at, int available) {
    int taken = Math.min(left, available);
    left -= taken;
    if (left == 0 && body.isEmpty()) {
      whole.over(data.array(), data.start() + at, taken);
    } else if (HandshakeType.limit(type) > 0) {
      body.add(data, at, taken);
    }
    return taken;
  }

  private void complete() {
    inBody = false;
    sink.handshake(side, type, body.isEmpty() ? whole : body.view());
    body.clear();
    whole.over(NOTHING, 0, 0);
  }

  private void refuseOverlong() {
    int limit = HandshakeType.limit(type);
    if (limit > 0 && left > limit) {
      throw new MalformedMessageException("handshake message of " + left + " bytes");
    }
  }
}
