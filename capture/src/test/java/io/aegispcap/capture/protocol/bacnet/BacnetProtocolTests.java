package io.aegispcap.capture.protocol.bacnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.HexTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Datagrams are put together as ASHRAE 135 annexes F and J show them.
class BacnetProtocolTests {
  private static final String READ = "810a 0011 0104 0005 01 0c 0c 00000005 19 55";
  private static final String WHO_IS = "810b 000c 0120 ffff 00 ff 1008";

  private final BacnetProtocol protocol = new BacnetProtocol();
  private final HexTalk talk = new HexTalk(protocol, ScriptedConversation.udp(47_808));

  private List<ControlFunction> told() {
    return talk.facts(ControlFunction.class);
  }

  @Test
  void pairsServicesWithAnswers() {
    talk.client(READ).server("810a 0017 0100 30 01 0c 0c00000005 1955 3e 44 4290999a 3f");
    talk.client("810a 0018 0104 0005 02 0f 0c 00800003 19 55 3e 44 42c80000 3f")
        .server("810a 0009 0100 20 02 0f");
    talk.client("810a 000c 0104 0005 03 14 09 00").server("810a 000d 0100 50 03 14 91 05 91 1a");
    talk.client("810a 0010 0104 0005 04 11 09 0a 19 01 2d 00");
    assertThat(told().stream().map(ControlFunction::function))
        .containsExactly(
            "read_property",
            "write_property",
            "reinitialize_device",
            "device_communication_control");
    assertThat(told().stream().map(ControlFunction::action))
        .containsExactly(
            ControlAction.READ, ControlAction.WRITE, ControlAction.RESTART, ControlAction.SILENCE);
    assertThat(told().stream().map(ControlFunction::answer))
        .containsExactly("ok", "ok", "error_5_26", "unanswered");
    assertThat(told().get(1).targets()).containsExactly("analog-value,3 present-value");
    assertThat(told().get(2).targets()).containsExactly("coldstart");
  }

  @Test
  void knowsSearchesAndWhoAnswersThem() {
    talk.client(WHO_IS).server("810b 0018 0120 ffff 00 ff 1000 c4 020004d2 22 01e0 91 00 21 18");
    talk.client("810a 0011 0104 0005 01 0c 0c 023fffff 19 4b");
    assertThat(told().stream().map(ControlFunction::action))
        .containsExactly(ControlAction.IDENTIFY, ControlAction.REPORT, ControlAction.IDENTIFY);
    assertThat(told().get(1).targets()).containsExactly("device,1234");
    assertThat(told()).noneMatch(ControlFunction::byServer);
  }

  @Test
  void readsWhatARouterOrALinkPassesOn() {
    talk.client("8104 001a c0a80001 bac0 0124 0007 01 05 ff 0005 05 0c 0c 00000005");
    talk.client("8105 0006 003c");
    assertThat(told().getLast().unit()).isEqualTo("network 7");
    assertThat(told().getFirst().function()).isEqualTo("register_foreign_device");
  }

  @Test
  void recognisesADatagramOfItsLength() {
    HexTalk.recognises(protocol, Side.CLIENT, READ);
    HexTalk.recognises(protocol, Side.CLIENT, WHO_IS);
    HexTalk.refuses(protocol, Side.CLIENT, READ + "00");
    HexTalk.refuses(protocol, Side.CLIENT, WHO_IS.replace("0120", "0220"));
    HexTalk.refuses(protocol, Side.CLIENT, "8112 0004");
  }
}
