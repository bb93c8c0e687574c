package io.aegispcap.capture.protocol.ntlm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.LittleBytes;
import org.junit.jupiter.api.Test;

class NtlmMessageTests {
  private static LittleBytes message(int type) {
    return new LittleBytes().hex("a1823082").ascii("NTLMSSP\0").u32(type);
  }

  @Test
  void findsTheMessageInsideSpnego() {
    byte[] offer = message(1).u32(0).zeros(16).build();
    assertThat(NtlmMessage.in(Bytes.of(offer))).contains(new NtlmMessage.Negotiate());
  }

  @Test
  void readsTheChallengesTarget() {
    byte[] challenge = message(2).u16(8, 8).u32(32, 1).zeros(8).wide("CORP").build();
    assertThat(NtlmMessage.in(Bytes.of(challenge))).contains(new NtlmMessage.Challenge("CORP"));
  }

  @Test
  void findsNothingInOtherBytes() {
    assertThat(NtlmMessage.in(Bytes.of(new byte[100]))).isEmpty();
    assertThat(NtlmMessage.in(Bytes.of(message(9).zeros(60).build()))).isEmpty();
  }

  @Test
  void leavesOutATextThatPointsOutside() {
    byte[] challenge = message(2).u16(8, 8).u32(4_000_000_000L, 1).zeros(16).build();
    assertThat(NtlmMessage.in(Bytes.of(challenge))).contains(new NtlmMessage.Challenge(""));
  }
}
