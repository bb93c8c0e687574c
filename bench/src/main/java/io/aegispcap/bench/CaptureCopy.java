package io.aegispcap.bench;

/// One copy of a capture in the trace, and how far it has been written.
final class CaptureCopy implements Comparable<CaptureCopy> {
  private final SourceCapture source;
  private final AddressSwap addresses;
  private final int number;
  private final long start;
  private final int end;
  private int next;

  /// @param start time of the first packet, in microseconds from the start of the trace
  /// @param end packets to write, at least 1
  CaptureCopy(SourceCapture source, AddressSwap addresses, int number, long start, int end) {
    this.source = source;
    this.addresses = addresses;
    this.number = number;
    this.start = start;
    this.end = end;
  }

  /// Time of the next packet, in microseconds from the start of the trace.
  long micros() {
    return start + source.packets().micros(next);
  }

  /// Copies the next packet, with new addresses, to `frame` and returns its captured length.
  int frame(byte[] frame, FrameRewriter rewriter) {
    PacketList packets = source.packets();
    int length = Math.min(packets.length(next), frame.length);
    System.arraycopy(packets.bytes(), packets.offset(next), frame, 0, length);
    rewriter.rewrite(frame, length, addresses);
    return length;
  }

  int original() {
    return source.packets().original(next);
  }

  /// Goes on to the next packet; false when there is none.
  boolean advance() {
    return ++next < end;
  }

  @Override
  public int compareTo(CaptureCopy other) {
    int order = Long.compare(micros(), other.micros());
    return order != 0 ? order : Integer.compare(number, other.number);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
