package io.aegispcap.capture.protocol.modbus;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Framing;

/// The MBAP header (Messaging on TCP/IP 3.1.3): transaction, protocol 0, length, unit; then the
/// function. A length of 254 holds what the protocol allows; a little more is borne.
enum ModbusFraming implements Framing {
  MODBUS;

  static final int HEADER = 8;
  static final int LONGEST = 6 + 260;
  private static final int COUNTED_FROM = 6;

  @Override
  public int header() {
    return HEADER;
  }

  @Override
  public int length(Bytes message) {
    int length = message.u16(4);
    boolean possible = message.u16(2) == 0 && length >= 2 && length <= LONGEST - COUNTED_FROM;
    return possible ? COUNTED_FROM + length : -1;
  }
}
