package io.aegispcap.capture.protocol.iec104;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.HexTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages are put together as IEC 60870-5-104 5 and IEC 60870-5-101 7.2 say; common address 1.
class Iec104ProtocolTests {
  private static final String START = "68 04 07 00 00 00";
  private static final String INTERROGATION = "68 0e 0000 0000 64 01 06 00 0100 000000 14";
  private static final String SINGLE_POINT = "68 0e 0000 0000 01 01 03 00 0100 0a0000 01";

  private final Iec104Protocol protocol = new Iec104Protocol();
  private final HexTalk talk = new HexTalk(protocol, ScriptedConversation.tcp(2404));

  private static String single(String cause, String object, String command) {
    return "68 0e 0000 0000 2d 01 " + cause + " 00 0100 " + object + " " + command;
  }

  private List<ControlFunction> told() {
    return talk.facts(ControlFunction.class);
  }

  @Test
  void pairsCommandsWithConfirmations() {
    talk.client(START).server("68 04 0b 00 00 00");
    talk.client(INTERROGATION).server("68 0e 0000 0200 64 01 07 00 0100 000000 14");
    talk.client(single("06", "0a0000", "81")).server(single("07", "0a0000", "81"));
    talk.client(single("06", "0a0000", "01")).server(single("07", "0a0000", "01"));
    talk.client(single("06", "0b0000", "01")).server(single("47", "0b0000", "01"));
    talk.client(single("06", "0c0000", "01")).server(single("6f", "0c0000", "01"));
    assertThat(told().stream().map(ControlFunction::function))
        .containsExactly(
            "startdt", "C_IC_NA_1", "C_SC_NA_1_select", "C_SC_NA_1", "C_SC_NA_1", "C_SC_NA_1");
    assertThat(told().stream().map(ControlFunction::answer))
        .containsExactly("ok", "ok", "ok", "ok", "negative", "unknown_object_address");
    assertThat(told().stream().map(ControlFunction::action))
        .containsExactly(
            ControlAction.SESSION,
            ControlAction.READ,
            ControlAction.SESSION,
            ControlAction.WRITE,
            ControlAction.WRITE,
            ControlAction.WRITE);
    assertThat(told().get(3).targets()).containsExactly("object 10");
    assertThat(told().get(3).unit()).isEqualTo("1");
  }

  @Test
  void knowsWhoIsToldOfValues() {
    talk.client(SINGLE_POINT).server("68 04 0100 0200").client(SINGLE_POINT);
    assertThat(told()).hasSize(1);
    assertThat(told().getFirst().action()).isEqualTo(ControlAction.REPORT);
    assertThat(told().getFirst().byServer()).isTrue();
    assertThat(told().getFirst().count()).isEqualTo(2);
  }

  @Test
  void tellsTestsOfBothSidesApart() {
    talk.client("68 04 43 00 00 00").server("68 04 43 00 00 00");
    talk.client("68 04 83 00 00 00").server("68 04 83 00 00 00");
    assertThat(told()).hasSize(2).allMatch(ControlFunction::accepted);
  }

  @Test
  void knowsTheResetOfAProcess() {
    talk.client("68 0e 0000 0000 69 01 06 00 0100 000000 01");
    assertThat(told().getFirst().action()).isEqualTo(ControlAction.RESTART);
  }

  @Test
  void recognisesWholeMessagesThatFitTheirType() {
    HexTalk.recognises(protocol, Side.CLIENT, START);
    HexTalk.recognises(protocol, Side.CLIENT, START + INTERROGATION);
    HexTalk.recognises(protocol, Side.SERVER, SINGLE_POINT);
    HexTalk.recognises(protocol, Side.SERVER, "68 10 0000 0000 01 83 03 00 0100 0a0000 01 00 01");
    HexTalk.refuses(protocol, Side.SERVER, "68 0e 0000 0000 03 02 03 00 0100 0a0000 01");
    HexTalk.refuses(protocol, Side.SERVER, "68 0e 0000 0000 01 01 3f 00 0100 0a0000 01");
    HexTalk.refuses(protocol, Side.CLIENT, "68 04 0f 00 00 00");
    HexTalk.refuses(protocol, Side.CLIENT, START + "00");
    HexTalk.refuses(protocol, Side.CLIENT, "68 65 6c 6c 6f 0d 0a");
  }
}
