package io.aegispcap.capture.protocol.ntp;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NtpProtocolTests {
  private final NtpProtocol protocol = new NtpProtocol();

  private static byte[] hex(String hex, int length) {
    return Arrays.copyOf(HexFormat.of().parseHex(hex), length);
  }

  private NtpMessage read(byte[] datagram) {
    ScriptedConversation conversation = ScriptedConversation.udp(123);
    Dialogue dialogue = protocol.open(conversation);
    assertThat(recognise(datagram)).isEqualTo(Recognition.YES);
    conversation.say(dialogue, CLIENT, datagram);
    dialogue.close();
    return conversation.facts(NtpMessage.class).getFirst();
  }

  private Recognition recognise(byte[] datagram) {
    return protocol.recognise(CLIENT, Bytes.of(datagram));
  }

  @Test
  void readsTimeRequestsAndAnswers() {
    assertThat(read(hex("e30006ec", 48)))
        .isEqualTo(new NtpMessage(1, 1_000_000_000L, 4, 3, 0, false, false, 48));
    byte[] answer = hex("240106ec", 48);
    answer[40] = (byte) 0xe5;
    assertThat(read(answer)).isEqualTo(new NtpMessage(1, 1_000_000_000L, 4, 4, 1, true, false, 48));
  }

  @Test
  void marksTheQueriesThatAmplify() {
    assertThat(read(hex("1700032a00000000", 8)).monlist()).isTrue();
    assertThat(read(hex("d700032a00060048", 440)))
        .returns(true, NtpMessage::monlist)
        .returns(true, NtpMessage::response);
    assertThat(read(hex("160200010000000000000000", 12)).monlist()).isTrue();
    assertThat(read(hex("160100010000000000000000", 12)).monlist()).isFalse();
  }

  @Test
  void readsTheFirst64MessagesOfAFlood() {
    ScriptedConversation conversation = ScriptedConversation.udp(123);
    Dialogue dialogue = protocol.open(conversation);
    int read = 1;
    while (conversation.say(dialogue, CLIENT, hex("e30006ec", 48))) {
      read++;
    }
    assertThat(read).isEqualTo(64);
    assertThat(conversation.facts()).hasSize(64);
  }

  @Test
  void refusesOtherDatagrams() {
    assertThat(recognise(new byte[48])).isEqualTo(Recognition.NO);
    assertThat(recognise(hex("e30006ec", 47))).isEqualTo(Recognition.NO);
    assertThat(recognise(hex("e3ff06ec", 48))).isEqualTo(Recognition.NO);
    assertThat(recognise(hex("d700032a00640048", 440))).isEqualTo(Recognition.NO);
    Dialogue dialogue = protocol.open(ScriptedConversation.udp(123));
    assertThatThrownBy(() -> dialogue.read(CLIENT, Bytes.of(new byte[3])))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void recognisesFewRandomDatagrams() {
    Random random = new Random(1);
    int taken = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[48];
      random.nextBytes(bytes);
      taken += recognise(bytes) == Recognition.YES ? 1 : 0;
    }
    assertThat(taken).isLessThan(200);
  }
}
