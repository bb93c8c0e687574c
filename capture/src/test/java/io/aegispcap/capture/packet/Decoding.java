package io.aegispcap.capture.packet;

import java.nio.charset.StandardCharsets;

/// Decodes frames given as bytes, one after the other, for tests.
final class Decoding {
  static final int ETHERNET = 1;
  static final int RAW = 101;

  final PacketDecoder decoder;
  final Packet packet = new Packet();
  private long number;

  Decoding(DecodeOptions options) {
    decoder = new PacketDecoder(options);
  }

  Decoding() {
    this(DecodeOptions.DEFAULT);
  }

  static Packet ethernet(byte[] frame) {
    return new Decoding().next(frame);
  }

  static Packet of(int linkType, byte[] frame) {
    return new Decoding().next(linkType, frame, frame.length, 0);
  }

  Packet next(byte[] frame) {
    return next(ETHERNET, frame, frame.length, 0);
  }

  Packet next(byte[] frame, long timestamp) {
    return next(ETHERNET, frame, frame.length, timestamp);
  }

  Packet next(int linkType, byte[] frame, int originalLength, long timestamp) {
    Window window = new Window(frame, () -> {});
    number++;
    packet.frame(window, 0, frame.length, originalLength, timestamp, linkType, 0, number);
    decoder.decode(packet);
    return packet;
  }

  static String payload(Packet packet) {
    return new String(
        packet.payload(), packet.payloadOffset(), packet.payloadCaptured(), StandardCharsets.UTF_8);
  }
}
