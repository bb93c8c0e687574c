package io.aegispcap.capture.protocol.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.HexTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import org.junit.jupiter.api.Test;

/// Packets are put together as MQTT 3.1.1 3 and MQTT 5 3 say.
class MqttProtocolTests {
  /// Client `c1`, will on topic `w` with message `x`, user `bob`, password `pw`.
  private static final String CONNECT =
      "10 1d 0004 4d515454 04 c6 003c 0002 6331 0001 77 0001 78 0003 626f62 0002 7077";

  private final MqttProtocol protocol = new MqttProtocol();
  private final HexTalk talk = new HexTalk(protocol, ScriptedConversation.tcp(1883));

  @Test
  void readsWhoConnectsAndKeepsNoPassword() {
    talk.client(CONNECT).server("20 02 00 05");
    MqttConnection fact = talk.facts(MqttConnection.class).getFirst();
    assertThat(fact)
        .isEqualTo(new MqttConnection(1, 1_000_000_000L, "3.1.1", "c1", "bob", true, "w", 5));
    assertThat(fact.refused()).isTrue();
    assertThat(fact.toString()).doesNotContain("pw");
  }

  @Test
  void readsPropertiesOfVersion5() {
    talk.client("10 19 0004 4d515454 05 82 003c 05 11 0000000a 0002 6331 0003 626f62")
        .server("20 06 00 86 03 22 000a");
    MqttConnection fact = talk.facts(MqttConnection.class).getFirst();
    assertThat(fact.version()).isEqualTo("5");
    assertThat(fact.user()).isEqualTo("bob");
    assertThat(fact.password()).isFalse();
    assertThat(fact.refused()).isTrue();
  }

  @Test
  void countsTopics() {
    talk.client(CONNECT).server("20 02 00 00");
    talk.client("82 0b 0001 0003 612f62 00 0000 00");
    for (int i = 0; i < 5; i++) {
      talk.client("30 06 0003 612f62 31").server("32 08 0003 612f62 0007 31");
    }
    assertThat(talk.facts(MqttTopic.class))
        .extracting(MqttTopic::action, MqttTopic::topic, MqttTopic::count, MqttTopic::bytes)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("subscribe", "a/b", 1L, 13L),
            org.assertj.core.groups.Tuple.tuple("subscribe", "", 1L, 13L),
            org.assertj.core.groups.Tuple.tuple("publish", "a/b", 5L, 40L),
            org.assertj.core.groups.Tuple.tuple("deliver", "a/b", 5L, 50L));
  }

  @Test
  void readsTheHeadOfALongMessage() {
    talk.client(CONNECT).client("30 87 27 0003 612f62" + "00".repeat(4994));
    talk.client("30 06 0003 632f64 31");
    assertThat(talk.facts(MqttTopic.class)).extracting(MqttTopic::topic).contains("a/b", "c/d");
  }

  @Test
  void recognisesTheFirstMessageOfAClient() {
    HexTalk.recognises(protocol, Side.CLIENT, CONNECT);
    HexTalk.recognises(protocol, Side.CLIENT, "10 10 0006 4d514973647003 02 003c 0002 6331");
    HexTalk.refuses(protocol, Side.SERVER, CONNECT);
    HexTalk.refuses(protocol, Side.CLIENT, CONNECT.replace("4d515454 04", "4d515454 09"));
    HexTalk.refuses(protocol, Side.CLIENT, CONNECT.replace("04 c6", "04 c7"));
    HexTalk.refuses(protocol, Side.CLIENT, "16 03 01 00 a5");
  }
}
