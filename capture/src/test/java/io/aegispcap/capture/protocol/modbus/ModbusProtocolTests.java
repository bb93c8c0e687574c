package io.aegispcap.capture.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.HexTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages are those of the examples in Modbus Application Protocol 1.1b3 6, behind the header of
/// Messaging on TCP/IP 3.1.3.
class ModbusProtocolTests {
  private static final String READ = "1501 0000 0006 11 03 006b 0003";
  private static final String READ_ANSWER = "1501 0000 0009 11 03 06 022b 0000 0064";
  private static final String WRITE_REGISTER = "1502 0000 0006 11 06 0001 0003";

  private final ModbusProtocol protocol = new ModbusProtocol();
  private final HexTalk talk = new HexTalk(protocol, ScriptedConversation.tcp(502));

  private List<ControlFunction> told() {
    return talk.facts(ControlFunction.class);
  }

  @Test
  void countsWhatIsAlike() {
    for (int i = 0; i < 100; i++) {
      talk.client(READ).server(READ_ANSWER);
    }
    assertThat(told())
        .containsExactly(
            new ControlFunction(
                1,
                1_000_000_000L,
                "modbus",
                false,
                "17",
                3,
                "read_holding_registers",
                ControlAction.READ,
                "ok",
                List.of(),
                100,
                199,
                199_000_000_000L));
  }

  @Test
  void namesWhatIsWritten() {
    talk.client(WRITE_REGISTER).server(WRITE_REGISTER);
    talk.client("1503 0000 0006 11 05 00ac ff00").server("1503 0000 0006 11 05 00ac ff00");
    talk.client("1504 0000 000b 11 10 0001 0002 04 000a 0102")
        .server("1504 0000 0006 11 10 0001 0002");
    talk.client("1505 0000 0009 11 0f 0013 000a 02 cd01").server("1505 0000 0006 11 0f 0013 000a");
    assertThat(told()).allMatch(fact -> fact.action() == ControlAction.WRITE && fact.accepted());
    assertThat(told().stream().map(ControlFunction::targets))
        .containsExactly(
            List.of("register 1"),
            List.of("coil 172"),
            List.of("registers 1-2"),
            List.of("coils 19-28"));
  }

  @Test
  void tellsRefusalsFromSilence() {
    talk.client(READ).server("1501 0000 0003 11 83 02").client(WRITE_REGISTER);
    assertThat(told().stream().map(ControlFunction::answer))
        .containsExactly("illegal_data_address", "unanswered");
    assertThat(told().stream().map(ControlFunction::refused)).containsExactly(true, false);
  }

  @Test
  void knowsCommandsAmongDiagnosticsAndOfProgrammingTools() {
    talk.client("0001 0000 0006 01 08 0004 0000");
    talk.client("0002 0000 0006 01 08 0001 0000");
    talk.client("0003 0000 0005 01 2b 0e 01 00");
    talk.client("0004 0000 0004 01 5a 00 41");
    assertThat(told().stream().map(ControlFunction::action))
        .containsExactly(
            ControlAction.SILENCE,
            ControlAction.RESTART,
            ControlAction.IDENTIFY,
            ControlAction.STOP);
  }

  @Test
  void goesOnAfterALoss() {
    talk.client(READ).server(READ_ANSWER);
    talk.client("1501 0000").lost(Side.CLIENT).client("0102").client(WRITE_REGISTER);
    assertThat(told().stream().map(ControlFunction::function))
        .containsExactly("read_holding_registers", "write_single_register");
  }

  @Test
  void readsMessagesInPiecesAndSeveralInOne() {
    talk.client("15").client("01 0000 0006 11 03").client("006b 0003" + WRITE_REGISTER);
    assertThat(told()).hasSize(2);
  }

  @Test
  void recognisesAMessageThatFitsItsFunction() {
    HexTalk.recognises(protocol, Side.CLIENT, READ);
    HexTalk.recognises(protocol, Side.SERVER, READ_ANSWER);
    HexTalk.recognises(protocol, Side.SERVER, "1501 0000 0003 11 83 02");
    HexTalk.recognises(protocol, Side.CLIENT, READ + READ);
    HexTalk.refuses(protocol, Side.CLIENT, READ_ANSWER);
    HexTalk.refuses(protocol, Side.CLIENT, "1501 0001 0006 11 03 006b 0003");
    HexTalk.refuses(protocol, Side.CLIENT, "1501 0000 0006 11 03 006b 00ff");
    HexTalk.refuses(protocol, Side.CLIENT, READ + "ffff ffff");
    HexTalk.refuses(protocol, Side.CLIENT, "1603 0100 a501 0000 a103 03");
  }
}
