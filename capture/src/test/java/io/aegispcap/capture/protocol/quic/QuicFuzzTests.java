package io.aegispcap.capture.protocol.quic;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Said;
import io.aegispcap.capture.protocol.Side;
import java.util.Arrays;
import java.util.List;

class QuicFuzzTests {
  private static final QuicProtocol QUIC = new QuicProtocol();
  private static final byte[] ID = {1, 2, 3, 4, 5, 6, 7, 8};

  /// Bytes that are no QUIC, and frames that are none in packets that are, are refused in one way
  /// only.
  @FuzzTest(maxDuration = "4m")
  void refusesWithoutHarm(byte[] input) {
    QUIC.recognise(Side.CLIENT, Bytes.of(input));
    listen(Said.cut(input));
    byte[] frames = Arrays.copyOf(input, Math.max(4, Math.min(input.length, 4_000)));
    byte[] fromClient = new InitialSealer(1, ID, Side.CLIENT).seal(1, frames);
    byte[] fromServer = new InitialSealer(1, ID, Side.SERVER).seal(1, frames);
    listen(List.of(Said.client(fromClient), Said.server(fromServer)));
  }

  private static void listen(List<Said> words) {
    try {
      Said.listen(QUIC, words);
    } catch (MalformedMessageException e) {
      return;
    }
  }
}
