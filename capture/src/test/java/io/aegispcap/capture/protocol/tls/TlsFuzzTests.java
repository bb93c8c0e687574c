package io.aegispcap.capture.protocol.tls;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Said;
import io.aegispcap.capture.protocol.Side;

class TlsFuzzTests {
  private static final TlsProtocol PROTOCOL = new TlsProtocol();

  /// Bytes that are no TLS are refused in one way only.
  @FuzzTest(maxDuration = "4m")
  void refusesWithoutHarm(byte[] input) {
    for (Side side : Side.values()) {
      PROTOCOL.recognise(side, Bytes.of(input));
    }
    try {
      Said.listen(PROTOCOL, Said.cut(input));
    } catch (MalformedMessageException e) {
      return;
    }
  }
}
