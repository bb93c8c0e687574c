package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class PacketDecoderFuzzTests {
  private static final int[] LINK_TYPES = {
    0, 1, 6, 9, 12, 14, 50, 51, 101, 104, 105, 108, 113, 119, 127, 163, 192, 204, 228, 229, 239,
    258, 276
  };

  /// Frames of any bytes and length, in a window no larger than they are.
  @FuzzTest
  void decodesAnyFrames(FuzzedDataProvider data) {
    PacketDecoder decoder =
        new PacketDecoder(new DecodeOptions(data.consumeBoolean(), 16, true, 1 << 16));
    Packet packet = new Packet();
    long number = 0;
    long time = 0;
    while (data.remainingBytes() > 0) {
      int linkType = data.pickValue(LINK_TYPES);
      int missing = data.consumeBoolean() ? data.consumeInt(0, 2000) : 0;
      time += data.consumeInt(-1_000_000, 1_000_000_000);
      byte[] frame = data.consumeBytes(data.consumeInt(0, 400));
      Window window = new Window(frame, () -> {});
      number++;
      packet.frame(window, 0, frame.length, frame.length + missing, time, linkType, 0, number);
      decoder.decode(packet);
      Invariants.check(packet);
      assertThat(LinkMessage.in(packet)).isNotNull();
      while (decoder.hasReleased()) {
        decoder.release(packet);
        Invariants.check(packet);
      }
    }
    decoder.finish();
    while (decoder.hasReleased()) {
      decoder.release(packet);
      assertThat(packet.outcome()).isEqualTo(Outcome.ORPHAN_FRAGMENT);
    }
  }

  /// Fragments of few datagrams with any offsets and contents.
  @FuzzTest
  void reassemblesAnyFragments(FuzzedDataProvider data) {
    PacketDecoder decoder =
        new PacketDecoder(new DecodeOptions(true, 4, true, data.consumeInt(0, 1 << 16)));
    Packet packet = new Packet();
    long number = 0;
    while (data.remainingBytes() > 0) {
      byte[] frame = fragment(data);
      Window window = new Window(frame, () -> {});
      long time = data.consumeLong();
      number++;
      packet.frame(window, 0, frame.length, frame.length, time, 101, 0, number);
      decoder.decode(packet);
      Invariants.check(packet);
      while (decoder.hasReleased()) {
        decoder.release(packet);
        Invariants.check(packet);
      }
    }
  }

  private static byte[] fragment(FuzzedDataProvider data) {
    byte[] frame = new byte[20 + data.consumeInt(0, 64)];
    frame[0] = 0x45;
    frame[3] = (byte) frame.length;
    frame[5] = data.consumeByte((byte) 0, (byte) 2);
    int offset = data.consumeBoolean() ? data.consumeInt(0, 16) : data.consumeInt(0, 0x1fff);
    int word = offset | (data.consumeBoolean() ? 0x2000 : 0);
    frame[6] = (byte) (word >> 8);
    frame[7] = (byte) word;
    frame[9] = data.pickValue(new byte[] {1, 4, 6, 17, 41, 47});
    byte[] body = data.consumeBytes(frame.length - 20);
    System.arraycopy(body, 0, frame, 20, body.length);
    return frame;
  }
}
