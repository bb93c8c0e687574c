package io.aegispcap.capture.packet;

/// Reads what a frame's headers say, from its link layer to the innermost transport. One decoder
/// sees all packets of a run in order, since fragments of one datagram lie apart.
public final class PacketDecoder {
  private final DecodeOptions options;

  public PacketDecoder(DecodeOptions options) {
    this.options = options;
  }

  /// Fills the packet's header fields and its outcome; any bytes are accepted.
  public void decode(Packet packet) {
    packet.outcome = Outcome.UNSUPPORTED_LINK_TYPE;
  }

  /// Whether fragments that were [Outcome#HELD] have been given an outcome since.
  public boolean hasReleased() {
    return false;
  }

  /// Turns the cursor to the next such fragment, decoded, with the frame it came in.
  public void release(Packet packet) {
    throw new IllegalStateException("no fragment was released");
  }

  /// At the end of the capture: fragments that still wait are released as
  /// [Outcome#ORPHAN_FRAGMENT].
  public void finish() {}

  /// The options it was made with.
  public DecodeOptions options() {
    return options;
  }
}
