package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;
import java.util.Arrays;

/// Shannon entropy of the first bytes of a payload, in bits per byte, 0 to 8. One thread at a time
/// uses an instance.
final class Entropy {
  /// Bytes looked at, at most: a sample of n bytes can show log2(n) bits.
  static final int SAMPLE = 256;

  private static final double[] N_LOG_N = table();

  private final short[] counts = new short[256];

  private static double[] table() {
    double[] table = new double[SAMPLE + 1];
    for (int n = 2; n <= SAMPLE; n++) {
      table[n] = n * Math.log(n) / Math.log(2);
    }
    return table;
  }

  double bits(Packet packet) {
    int n = Math.min(SAMPLE, packet.payloadCaptured());
    if (n < 2) {
      return 0;
    }
    // Adding c log c term by term as counts grow needs one pass and no second walk over 256
    // counters.
    Arrays.fill(counts, (short) 0);
    byte[] payload = packet.payload();
    int offset = packet.payloadOffset();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int c = counts[payload[offset + i] & 0xff]++;
      sum += N_LOG_N[c + 1] - N_LOG_N[c];
    }
    return Math.max(0, (N_LOG_N[n] - sum) / n);
  }
}
