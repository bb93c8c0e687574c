package io.aegispcap.capture.protocol.ntlm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.LittleBytes;
import io.aegispcap.capture.protocol.ScriptedConversation;
import org.junit.jupiter.api.Test;

class NtlmMessageTests {
  /// Of SHA-256 of eight zeros.
  private static final String ZEROS = "af5570f5a1810b7a";

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
    assertThat(NtlmMessage.in(Bytes.of(challenge)))
        .contains(new NtlmMessage.Challenge("CORP", ZEROS));
  }

  @Test
  void findsNothingInOtherBytes() {
    assertThat(NtlmMessage.in(Bytes.of(new byte[100]))).isEmpty();
    assertThat(NtlmMessage.in(Bytes.of(message(9).zeros(60).build()))).isEmpty();
  }

  @Test
  void leavesOutATextThatPointsOutside() {
    byte[] challenge = message(2).u16(8, 8).u32(4_000_000_000L, 1).zeros(16).build();
    assertThat(NtlmMessage.in(Bytes.of(challenge))).contains(new NtlmMessage.Challenge("", ZEROS));
  }

  /// MS-NLMP 2.2.1.2, 2.2.1.3.
  @Test
  void tellsWhichChallengeALoginAnswers() {
    ScriptedConversation conversation = ScriptedConversation.tcp(445);
    NtlmExchange exchange = new NtlmExchange(conversation, "smb", conversation::emit);
    byte[] asked = message(2).u16(8, 8).u32(32, 1).zeros(8).wide("CORP").build();
    byte[] answered = message(3).zeros(48).u32(1).build();
    exchange.server(Bytes.of(asked));
    exchange.client(Bytes.of(answered));
    exchange.client(Bytes.of(answered));
    assertThat(conversation.facts(NtlmLogin.class))
        .extracting(NtlmLogin::challenge)
        .containsExactly(ZEROS, "");
    assertThat(conversation.facts(NtlmLogin.class).getFirst())
        .returns("CORP", NtlmLogin::target)
        .returns("", NtlmLogin::user)
        .returns("smb", NtlmLogin::protocol);
  }
}
