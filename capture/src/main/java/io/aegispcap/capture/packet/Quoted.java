package io.aegispcap.capture.packet;

/// The addresses and ports of the packet that an ICMP error message quotes (RFC 792, RFC 4443 3),
/// as that packet was sent: its source is who the error is told to. Reused with its packet.
public final class Quoted {
  boolean present;
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  int protocol;
  int sourcePort;
  int destinationPort;

  void forget() {
    present = false;
    sourceHigh = 0;
    sourceLow = 0;
    destinationHigh = 0;
    destinationLow = 0;
    protocol = 0;
    sourcePort = 0;
    destinationPort = 0;
  }

  void copy(Quoted other) {
    present = other.present;
    sourceHigh = other.sourceHigh;
    sourceLow = other.sourceLow;
    destinationHigh = other.destinationHigh;
    destinationLow = other.destinationLow;
    protocol = other.protocol;
    sourcePort = other.sourcePort;
    destinationPort = other.destinationPort;
  }

  /// Whether the packet is an ICMP error that quotes enough to name a flow.
  public boolean present() {
    return present;
  }

  public long sourceHigh() {
    return sourceHigh;
  }

  public long sourceLow() {
    return sourceLow;
  }

  public long destinationHigh() {
    return destinationHigh;
  }

  public long destinationLow() {
    return destinationLow;
  }

  public int protocol() {
    return protocol;
  }

  public int sourcePort() {
    return sourcePort;
  }

  public int destinationPort() {
    return destinationPort;
  }
}
