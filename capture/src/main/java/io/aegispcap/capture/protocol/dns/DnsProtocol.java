package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Protocol;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.Side;

/// DNS over UDP and TCP (RFC 1035), and what shares its messages: multicast DNS (RFC 6762), LLMNR
/// (RFC 4795) and NetBIOS names (RFC 1002). Ports tell these apart; the facts say which it was.
public final class DnsProtocol implements Protocol {
  private static final int TCP = 6;
  private static final int UDP = 17;

  private final DnsMessage message = new DnsMessage();

  @Override
  public String name() {
    return "dns";
  }

  @Override
  public boolean over(int ipProtocol) {
    return ipProtocol == UDP || ipProtocol == TCP;
  }

  /// A stream differs from a datagram in the two bytes of length before each message. Both are
  /// tried, because the transport is not told here: each is too strict to be mistaken for the
  /// other.
  @Override
  public Recognition recognise(Side side, Bytes first) {
    Recognition datagram = DnsRecognition.ofMessage(first, 0, first.length());
    return datagram == Recognition.YES ? datagram : DnsRecognition.ofStream(first);
  }

  @Override
  public Dialogue open(Conversation conversation) {
    DnsTransactions transactions = new DnsTransactions(conversation, message);
    return conversation.transport() == TCP
        ? new DnsStream(transactions)
        : new DnsDatagrams(transactions);
  }
}
