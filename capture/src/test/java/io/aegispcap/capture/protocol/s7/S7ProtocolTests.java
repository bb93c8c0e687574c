package io.aegispcap.capture.protocol.s7;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.HexTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Packets are written as RFC 1006, X.224 13 and Wireshark's dissector of S7comm lay them out.
class S7ProtocolTests {
  private static final String CONNECT =
      "0300 0016 11 e0 0000 0001 00 c0 01 0a c1 02 0100 c2 02 0102";
  private static final String CONFIRM =
      "0300 0016 11 d0 0001 0002 00 c0 01 0a c1 02 0100 c2 02 0102";
  private static final String SETUP =
      "0300 0019 02 f0 80 32 01 0000 0100 0008 0000 f0 00 0001 0001 01e0";
  private static final String SETUP_DONE =
      "0300 001b 02 f0 80 32 03 0000 0100 0008 0000 0000 f0 00 0001 0001 00f0";
  private static final String WRITE =
      "0300 0024 02 f0 80 32 01 0000 0200 000e 0005 05 01 12 0a 10 02 0001 0005 84 000060"
          + "00 04 0008 2a";
  private static final String STOP =
      "0300 0021 02 f0 80 32 01 0000 0300 0010 0000 29 0000000000 09 505f50524f4752414d";
  private static final String START =
      "0300 0025 02 f0 80 32 01 0000 0400 0014 0000"
          + "28 000000000000fd 0000 09 505f50524f4752414d";

  private final S7Protocol protocol = new S7Protocol();
  private final HexTalk talk = new HexTalk(protocol, ScriptedConversation.tcp(102));

  private List<ControlFunction> told() {
    return talk.facts(ControlFunction.class);
  }

  @Test
  void pairsJobsWithWhatAcknowledgesThem() {
    talk.client(CONNECT).server(CONFIRM).client(SETUP).server(SETUP_DONE).client(WRITE);
    talk.server("0300 0016 02 f0 80 32 03 0000 0200 0002 0001 0000 05 01 ff");
    assertThat(told()).hasSize(2);
    ControlFunction write = told().getLast();
    assertThat(write.function()).isEqualTo("write_var");
    assertThat(write.unit()).isEqualTo("rack 0 slot 2");
    assertThat(write.targets()).containsExactly("DB 5 12");
    assertThat(write.accepted()).isTrue();
  }

  @Test
  void knowsCommands() {
    talk.client(STOP).server("0300 0014 02 f0 80 32 03 0000 0300 0001 0000 0000 29");
    talk.client(START).server("0300 0013 02 f0 80 32 02 0000 0400 0000 0000 8104");
    assertThat(told().stream().map(ControlFunction::function))
        .containsExactly("plc_stop", "plc_start");
    assertThat(told().stream().map(ControlFunction::action))
        .containsExactly(ControlAction.STOP, ControlAction.START);
    assertThat(told().stream().map(ControlFunction::answer)).containsExactly("ok", "0x8104");
  }

  @Test
  void tellsListsThatIdentifyFromOthers() {
    String list =
        "0300 0021 02 f0 80 32 07 0000 %s 0008 0008 0001 12 04 11 44 01 00 ff 09 0004 %s 0000";
    talk.client(list.formatted("0500", "0011")).client(list.formatted("0600", "0132"));
    assertThat(told().stream().map(ControlFunction::action))
        .containsExactly(ControlAction.IDENTIFY, ControlAction.READ);
    assertThat(told().getFirst().targets()).containsExactly("SZL 0x0011");
  }

  @Test
  void countsWhatTheControllerAsksForInADownload() {
    talk.client(
        "0300 0031 02 f0 80 32 01 0000 0700 0020 0000"
            + "1a 00 0000 00000000 09 5f30413030303031 50 0d 31303030303631323030303030");
    talk.server("0300 0014 02 f0 80 32 03 0000 0700 0001 0000 0000 1a");
    talk.server("0300 0012 02 f0 80 32 01 0000 0001 0001 0000 1b");
    talk.client("0300 0014 02 f0 80 32 03 0000 0001 0001 0000 0000 1b");
    assertThat(told()).allMatch(fact -> fact.action() == ControlAction.DOWNLOAD && fact.accepted());
    assertThat(told().getFirst().targets()).containsExactly("_0A00001P");
  }

  @Test
  void passesOverLaterPartsOfAMessage() {
    talk.client(WRITE.replace("02 f0 80", "02 f0 00")).client("0300 0009 02 f0 80 2a2a");
    talk.client(STOP);
    assertThat(told().stream().map(ControlFunction::function))
        .containsExactly("write_var", "plc_stop");
  }

  @Test
  void recognisesItsIdentifierBehindIsoTransport() {
    HexTalk.recognises(protocol, Side.CLIENT, CONNECT + SETUP);
    HexTalk.recognises(protocol, Side.SERVER, CONFIRM + SETUP_DONE);
    HexTalk.recognises(protocol, Side.CLIENT, "0300 0007 02 f0 00" + SETUP);
    String plus = "0300 000f 02 f0 80 72 01 0004 31 0000 04";
    HexTalk.refuses(protocol, Side.CLIENT, plus);
    HexTalk.recognises(new S7PlusProtocol(), Side.CLIENT, CONNECT + plus);
    HexTalk.refuses(new S7PlusProtocol(), Side.CLIENT, SETUP);
    HexTalk.refuses(protocol, Side.CLIENT, "0300 0009 02 f0 80 7f65");
    HexTalk.refuses(protocol, Side.CLIENT, "0300 0007 02 0000");
  }

  @Test
  void doesNotReadWhatFollowsS7comm() {
    HexTalk plus = new HexTalk(new S7PlusProtocol(), ScriptedConversation.tcp(102));
    assertThat(plus.client(CONNECT).facts(ControlFunction.class)).isEmpty();
  }
}
