package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Reads whole captures into values that tests compare.
final class Frames {
  private Frames() {}

  /// A frame as a value.
  ///
  /// @param bytes in hexadecimal
  record Frame(long number, long timestamp, int linkType, int originalLength, String bytes) {}

  /// All frames, read once as a file in small windows and once as a stream, which must agree.
  static List<Frame> of(byte[] file) throws IOException {
    return of(file, ReadOptions.DEFAULT.withBuffers(4096));
  }

  static List<Frame> of(byte[] bytes, ReadOptions options) throws IOException {
    List<Frame> streamed = all(stream(bytes, options));
    Path file = Files.createTempFile("frames", ".capture");
    try {
      Files.write(file, bytes);
      List<Frame> mapped = all(Captures.open(file, options));
      if (!mapped.equals(streamed)) {
        throw new AssertionError("mapped " + mapped + " but streamed " + streamed);
      }
      return mapped;
    } finally {
      Files.delete(file);
    }
  }

  static CaptureFile stream(byte[] bytes, ReadOptions options) throws IOException {
    return Captures.open("stream", Channels.newChannel(new ByteArrayInputStream(bytes)), options);
  }

  static List<Frame> all(CaptureFile opened) throws IOException {
    try (CaptureFile capture = opened) {
      List<Frame> frames = new ArrayList<>();
      Packet packet = new Packet();
      while (capture.next(packet)) {
        frames.add(frame(packet));
      }
      return frames;
    }
  }

  /// Reads to the end, leaving the capture open.
  static long count(CaptureFile capture) throws IOException {
    Packet packet = new Packet();
    long frames = 0;
    while (capture.next(packet)) {
      frames++;
    }
    return frames;
  }

  private static Frame frame(Packet packet) {
    int from = packet.offset();
    byte[] bytes = Arrays.copyOfRange(packet.data(), from, from + packet.capturedLength());
    return new Frame(
        packet.number(),
        packet.timestamp(),
        packet.linkType(),
        packet.originalLength(),
        HexFormat.of().formatHex(bytes));
  }
}
