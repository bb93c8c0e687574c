package io.aegispcap.capture.protocol.tls;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;

class CertificateFuzzTests {
  /// Bytes that are no certificate are refused in one way only.
  @FuzzTest(maxDuration = "4m")
  void refusesWithoutHarm(byte[] input) {
    try {
      CertificateParser.parse(Bytes.of(input));
    } catch (MalformedMessageException e) {
      return;
    }
  }
}
