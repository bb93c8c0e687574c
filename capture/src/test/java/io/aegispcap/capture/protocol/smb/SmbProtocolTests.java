package io.aegispcap.capture.protocol.smb;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static io.aegispcap.capture.protocol.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.LittleBytes;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.rpc.RpcBytes;
import io.aegispcap.capture.protocol.rpc.RpcCall;
import org.junit.jupiter.api.Test;

class SmbProtocolTests {
  private final SmbProtocol protocol = new SmbProtocol();
  private final ScriptedConversation conversation = ScriptedConversation.tcp(445);
  private final Dialogue dialogue = protocol.open(conversation);

  private void client(byte[] message) {
    assertThat(conversation.say(dialogue, CLIENT, message)).isTrue();
  }

  private void server(byte[] message) {
    assertThat(conversation.say(dialogue, SERVER, message)).isTrue();
  }

  private void connected(String share, int type) {
    server(SmbBytes.negotiated(0, 0x0311));
    client(SmbBytes.connect(3, share));
    server(SmbBytes.connected(3, type));
  }

  @Test
  void tellsWhoLogsInAndHowItWent() {
    server(SmbBytes.negotiated(0, 0x0311));
    client(SmbBytes.setup(1, SmbBytes.authenticate("CORP", "alice", "PC7")));
    server(SmbBytes.setUp(1, 0xc000_006dL));
    assertThat(conversation.facts(SmbSession.class))
        .containsExactly(
            new SmbSession(
                3,
                3_000_000_000L,
                "3.1.1",
                "ntlm",
                "CORP",
                "alice",
                "PC7",
                2,
                0xc000_006dL,
                false,
                true));
    assertThat(conversation.facts(SmbSession.class).getFirst().refused()).isTrue();
  }

  @Test
  void tellsOfALoginThatNobodyJudged() {
    client(SmbBytes.setup(1, SmbBytes.authenticate("", "", "PC7")));
    dialogue.close();
    assertThat(conversation.facts(SmbSession.class))
        .singleElement()
        .returns(NtStatus.UNANSWERED, SmbSession::status)
        .returns("", SmbSession::user);
  }

  @Test
  void tellsWhatWasWrittenToAFile() {
    connected("\\\\S1\\ADMIN$", 1);
    client(SmbBytes.create(4, "Temp\\tool.exe"));
    server(SmbBytes.created(4, 2));
    client(SmbBytes.write(5, new byte[40_000]));
    client(SmbBytes.close(6));
    assertThat(conversation.facts(SmbTree.class))
        .singleElement()
        .returns("disk", SmbTree::type)
        .returns("ADMIN$", SmbTree::share);
    assertThat(conversation.facts(SmbFile.class))
        .containsExactly(
            new SmbFile(
                4,
                4_000_000_000L,
                "\\\\S1\\ADMIN$",
                "Temp\\tool.exe",
                false,
                "created",
                0,
                40_000,
                false,
                "",
                0));
  }

  @Test
  void passesOverContentsThatWereNotCaptured() {
    connected("\\\\S1\\C$", 1);
    client(SmbBytes.create(4, "big"));
    server(SmbBytes.created(4, 1));
    byte[] write = SmbBytes.write(5, new byte[50_000]);
    client(Bytes.of(write).copy(0, 200));
    assertThat(dialogue.gap(CLIENT, write.length - 200)).isTrue();
    client(SmbBytes.close(6));
    assertThat(conversation.facts(SmbFile.class))
        .singleElement()
        .returns(50_000L, SmbFile::bytesWritten);
  }

  @Test
  void readsCallsOverAPipe() {
    connected("\\\\S1\\IPC$", 2);
    client(SmbBytes.create(4, "svcctl"));
    server(SmbBytes.created(4, 1));
    client(SmbBytes.write(5, RpcBytes.bind(RpcBytes.SVCCTL)));
    client(SmbBytes.transceive(6, RpcBytes.request(2, 19, new byte[28])));
    client(SmbBytes.read(7));
    server(SmbBytes.contents(7, RpcBytes.response(2, new byte[4])));
    assertThat(conversation.facts(RpcCall.class))
        .singleElement()
        .returns("svcctl", RpcCall::endpoint)
        .returns("RStartServiceW", RpcCall::operation)
        .returns(true, RpcCall::succeeded);
    dialogue.close();
    assertThat(conversation.facts(SmbFile.class))
        .singleElement()
        .returns(true, SmbFile::pipe)
        .returns("svcctl", SmbFile::name);
  }

  @Test
  void tellsOfAnExploitsTransactions() {
    byte[] words =
        new LittleBytes()
            .u8(20)
            .u8(0)
            .u16(0)
            .u32(30, 66_512, 30, 0, 30, 75, 0, 104)
            .u8(1)
            .u16(0)
            .zeros(8)
            .build();
    client(SmbBytes.smb1(0xa0, 0, false, 64, words));
    dialogue.close();
    assertThat(conversation.facts(SmbTransaction.class))
        .singleElement()
        .returns("nt_trans", SmbTransaction::command)
        .returns(66_512L, SmbTransaction::totalData)
        .returns(64, SmbTransaction::multiplexId);
  }

  @Test
  void stopsWhereSmb3Encrypts() {
    byte[] encrypted = new LittleBytes().u8(0xfd).ascii("SMB").zeros(60).build();
    assertThat(conversation.say(dialogue, CLIENT, SmbBytes.framed(encrypted))).isFalse();
  }

  @Test
  void readsMessagesInAnyPieces() {
    byte[] talk =
        new LittleBytes()
            .bytes(SmbBytes.setup(1, SmbBytes.authenticate("CORP", "alice", "PC7")))
            .bytes(SmbBytes.connect(2, "\\\\S1\\C$"))
            .bytes(SmbBytes.create(3, "a"))
            .bytes(SmbBytes.write(4, new byte[17_000]))
            .build();
    for (int size : new int[] {1, 3, 4, 5, 63, 64, 131, 132, 133, 1460, 20_000}) {
      ScriptedConversation pieces = ScriptedConversation.tcp(445);
      Dialogue pieced = protocol.open(pieces);
      assertThat(pieces.sayInPieces(pieced, CLIENT, talk, size)).isTrue();
      pieced.close();
      assertThat(pieces.facts(SmbSession.class)).hasSize(1);
      assertThat(pieces.facts(SmbFile.class)).hasSize(1);
    }
  }

  @Test
  void recognisesItByItsMark() {
    byte[] message = SmbBytes.connect(1, "\\\\S1\\IPC$");
    assertThat(protocol.recognise(CLIENT, Bytes.of(message))).isEqualTo(Recognition.YES);
    assertThat(protocol.recognise(CLIENT, Bytes.of(message).slice(0, 7)))
        .isEqualTo(Recognition.MORE);
    message[4] = 0x7f;
    assertThat(protocol.recognise(CLIENT, Bytes.of(message))).isEqualTo(Recognition.NO);
  }
}
