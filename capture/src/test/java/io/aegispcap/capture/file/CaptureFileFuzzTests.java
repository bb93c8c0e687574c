package io.aegispcap.capture.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.util.Objects;

/// Any bytes are read to the end or refused, strictly and leniently, with bounded memory and time.
class CaptureFileFuzzTests {
  private static final ReadOptions SMALL =
      ReadOptions.DEFAULT.withBuffers(4096).withExpansion(1000, 1 << 20);

  @FuzzTest(maxDuration = "8m")
  void readsOrRefusesAnyBytes(byte[] bytes) {
    read(bytes, SMALL);
    read(bytes, SMALL.asLenient());
  }

  private static void read(byte[] bytes, ReadOptions options) {
    try (CaptureFile capture = Frames.stream(bytes, options)) {
      Packet packet = new Packet();
      long frames = 0;
      while (capture.next(packet) && frames < 100_000) {
        touch(packet);
        capture.context();
        frames++;
      }
      if (capture.captures().getFirst().frames() != frames) {
        throw new AssertionError("frames are miscounted");
      }
      capture.notices();
    } catch (MalformedCaptureException e) {
      if (e.offset() < 0 || e.reason().isEmpty()) {
        throw new AssertionError("no place or reason", e);
      }
    } catch (IOException e) {
      throw new AssertionError("bytes in memory cannot fail to be read", e);
    }
  }

  private static void touch(Packet packet) {
    if (packet.capturedLength() > 0) {
      Objects.checkFromIndexSize(packet.offset(), packet.capturedLength(), packet.data().length);
    }
  }
}
