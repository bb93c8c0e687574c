package io.aegispcap.capture.protocol.rpc;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static io.aegispcap.capture.protocol.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.LittleBytes;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RpcProtocolTests {
  private final RpcProtocol protocol = new RpcProtocol();
  private final ScriptedConversation conversation = ScriptedConversation.tcp(135);
  private final Dialogue dialogue = protocol.open(conversation);

  private RpcCall only() {
    return conversation.facts(RpcCall.class).getFirst();
  }

  @Test
  void namesTheOperationAndReadsItsTexts() {
    conversation.say(dialogue, CLIENT, RpcBytes.bind(RpcBytes.SVCCTL));
    byte[] stub =
        new LittleBytes()
            .zeros(20)
            .bytes(RpcBytes.texts("updater", "%COMSPEC% /c whoami").build())
            .build();
    conversation.say(dialogue, CLIENT, RpcBytes.request(2, 12, stub));
    conversation.say(dialogue, SERVER, RpcBytes.response(2, new byte[24]));
    assertThat(only())
        .isEqualTo(
            new RpcCall(
                2,
                2_000_000_000L,
                "",
                RpcBytes.SVCCTL,
                "SVCCTL",
                12,
                "RCreateServiceW",
                "none",
                "none",
                List.of("updater", "%COMSPEC% /c whoami"),
                List.of(),
                false,
                true,
                OptionalLong.of(0),
                OptionalLong.empty()));
    assertThat(only().succeeded()).isTrue();
  }

  @Test
  void readsTextsOfEightBitsInAnsiOperations() {
    conversation.say(dialogue, CLIENT, RpcBytes.bind(RpcBytes.SVCCTL));
    byte[] stub = new LittleBytes().zeros(20).u32(8, 0, 8).ascii("updater\0").build();
    conversation.say(dialogue, CLIENT, RpcBytes.request(2, 24, stub));
    dialogue.close();
    assertThat(only().operation()).isEqualTo("RCreateServiceA");
    assertThat(only().texts()).containsExactly("updater");
    assertThat(only().answered()).isFalse();
  }

  @Test
  void doesNotReadWhatIsEncrypted() {
    conversation.say(dialogue, CLIENT, RpcBytes.bind(RpcBytes.SVCCTL, 10, 6));
    byte[] stub = RpcBytes.texts("noise that looks like text").build();
    conversation.say(dialogue, CLIENT, RpcBytes.request(2, 12, stub));
    conversation.say(dialogue, SERVER, RpcBytes.response(2, new byte[4]));
    assertThat(only())
        .returns("ntlm", RpcCall::authentication)
        .returns("privacy", RpcCall::protection)
        .returns(OptionalLong.empty(), RpcCall::status)
        .returns(List.of(), RpcCall::texts);
  }

  @Test
  void seesANetlogonCredentialOfZeros() {
    assertThat(credential(new byte[8])).isTrue();
    assertThat(credential(new byte[] {0, 0, 0, 0, 0, 0, 0, 1})).isFalse();
  }

  private static boolean credential(byte[] credential) {
    ScriptedConversation netlogon = ScriptedConversation.tcp(49_670);
    Dialogue talk = new RpcProtocol().open(netlogon);
    netlogon.say(talk, CLIENT, RpcBytes.bind(RpcBytes.NETLOGON));
    byte[] stub =
        new LittleBytes()
            .u32(0x20000)
            .bytes(RpcBytes.texts("\\\\DC1", "DC1$").align(4).build())
            .u16(6)
            .align(4)
            .u32(4, 0, 4)
            .wide("DC1\0")
            .bytes(credential)
            .align(4)
            .u32(0x212fffff)
            .build();
    netlogon.say(talk, CLIENT, RpcBytes.request(3, 26, stub));
    talk.close();
    return netlogon.facts(RpcCall.class).getFirst().zeroCredential();
  }

  @Test
  void saysWhyACallFailed() {
    conversation.say(dialogue, CLIENT, RpcBytes.bind(RpcBytes.EFSRPC));
    conversation.say(dialogue, CLIENT, RpcBytes.request(1, 0, new byte[0]));
    conversation.say(dialogue, SERVER, RpcBytes.fault(1, 0x1c01_0002L));
    assertThat(only().fault()).hasValue(0x1c01_0002L);
    assertThat(only().succeeded()).isFalse();
  }

  @Test
  void readsPdusInAnyPieces() {
    byte[] talk =
        new LittleBytes()
            .bytes(RpcBytes.bind(RpcBytes.SVCCTL))
            .bytes(RpcBytes.request(1, 64, new byte[40]))
            .bytes(RpcBytes.request(2, 12, RpcBytes.texts("name").build()))
            .build();
    for (int size = 1; size < talk.length; size++) {
      ScriptedConversation pieces = ScriptedConversation.tcp(135);
      Dialogue pieced = protocol.open(pieces);
      pieces.sayInPieces(pieced, CLIENT, talk, size);
      pieced.close();
      assertThat(pieces.facts(RpcCall.class))
          .extracting(RpcCall::operation)
          .containsExactly("ROpenSCManager2", "RCreateServiceW");
    }
  }

  @Test
  void recognisesItByItsHeader() {
    byte[] bind = RpcBytes.bind(RpcBytes.SVCCTL);
    assertThat(protocol.recognise(CLIENT, Bytes.of(bind))).isEqualTo(Recognition.YES);
    assertThat(protocol.recognise(CLIENT, Bytes.of(bind).slice(0, 9))).isEqualTo(Recognition.MORE);
    bind[8] = 2;
    bind[9] = 0;
    assertThat(protocol.recognise(CLIENT, Bytes.of(bind))).isEqualTo(Recognition.NO);
    assertThat(protocol.recognise(CLIENT, Bytes.of(new byte[] {22, 3, 1})))
        .isEqualTo(Recognition.NO);
  }
}
