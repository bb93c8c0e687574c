package io.aegispcap.capture.protocol;

/// One application protocol: how it is recognised, and how a conversation in it is read. A new one
/// is this interface, a [Dialogue], its facts, and a line in the list of known protocols.
///
/// An instance may hold room to work in that its dialogues share: one thread at a time uses an
/// instance and what it opened.
public interface Protocol {
  /// The value of ECS `network.protocol`: lower case, such as `dns`.
  String name();

  /// Whether it is looked for over this IP protocol number (6 TCP, 17 UDP).
  boolean over(int ipProtocol);

  /// Whether the first bytes that one side sent are this protocol, whatever the ports are.
  ///
  /// @param first the first payload of that side: up to 4 KiB of the stream over TCP, or the first
  ///   datagram over UDP
  Recognition recognise(Side side, Bytes first);

  /// Begins to read a conversation in this protocol; it is told everything from the first byte on.
  Dialogue open(Conversation conversation);
}
