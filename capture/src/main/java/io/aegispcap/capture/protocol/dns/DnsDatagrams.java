package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;

/// One message a datagram.
final class DnsDatagrams implements Dialogue {
  private final DnsTransactions transactions;

  DnsDatagrams(DnsTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    transactions.take(data, 0, data.length());
    return true;
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    transactions.close();
  }
}
