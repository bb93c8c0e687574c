package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.Accumulator;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;

/// Messages in a stream, each after two bytes of its length (RFC 1035 4.2.2). A gap loses the place
/// where the next one starts, and ends the reading.
final class DnsStream implements Dialogue {
  private static final int PREFIX = 2;
  private static final int LARGEST = 65_535 + PREFIX;

  private final DnsTransactions transactions;
  private final Accumulator client = new Accumulator(2 * LARGEST);
  private final Accumulator server = new Accumulator(2 * LARGEST);

  DnsStream(DnsTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    Accumulator held = side == Side.CLIENT ? client : server;
    for (int from = 0; from < data.length(); from += LARGEST) {
      held.add(data, from, Math.min(LARGEST, data.length() - from));
      takeWhole(held);
    }
    return true;
  }

  private void takeWhole(Accumulator held) {
    while (held.length() >= PREFIX) {
      Bytes bytes = held.view();
      int length = bytes.u16(0);
      if (held.length() < PREFIX + length) {
        return;
      }
      transactions.take(bytes, PREFIX, length);
      held.drop(PREFIX + length);
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    transactions.close();
    return false;
  }

  @Override
  public void close() {
    transactions.close();
  }
}
