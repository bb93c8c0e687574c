package io.aegispcap.capture.protocol.radius;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static io.aegispcap.capture.protocol.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RadiusProtocolTests {
  private final ScriptedConversation conversation = ScriptedConversation.udp(1812);
  private final Dialogue dialogue = new RadiusProtocol().open(conversation);

  /// A packet (RFC 2865 3): code, identifier, length, authenticator, attributes.
  private static byte[] packet(int code, int identifier, int authenticator, String... attributes) {
    String body = String.join("", attributes);
    return HexFormat.of()
        .parseHex(
            "%02x%02x%04x%s%s"
                .formatted(
                    code,
                    identifier,
                    20 + body.length() / 2,
                    "%02x".formatted(authenticator).repeat(16),
                    body));
  }

  /// An attribute (RFC 2865 5): type, length with this head, value.
  private static String attribute(int type, String hex) {
    return "%02x%02x%s".formatted(type, hex.length() / 2 + 2, hex);
  }

  private static String text(int type, String text) {
    return attribute(type, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static final String PASSWORD = "5ec2e7".repeat(5) + "00";

  private static byte[] request(int identifier, int authenticator) {
    return packet(
        1,
        identifier,
        authenticator,
        text(1, "nemo"),
        attribute(2, PASSWORD),
        attribute(4, "c0a80110"),
        text(30, "00-10-A4-23-19-C0:guests"),
        text(31, "00-00-5E-00-53-23"),
        text(32, "ap7"));
  }

  private List<RadiusExchange> exchanges() {
    return conversation.facts(RadiusExchange.class);
  }

  /// RFC 2865 7.1.
  @Test
  void readsWhoIsTurnedAway() {
    conversation.say(dialogue, CLIENT, request(7, 1));
    assertThat(exchanges()).isEmpty();
    conversation.say(dialogue, SERVER, packet(3, 7, 2, text(18, "no entry")));
    RadiusExchange said = exchanges().getFirst();
    assertThat(said.frameId()).isEqualTo(1);
    assertThat(said.request()).isEqualTo("Access-Request");
    assertThat(said.answer()).isEqualTo("Access-Reject");
    assertThat(said.refused()).isTrue();
    assertThat(said.accepted()).isFalse();
    assertThat(said.user()).isEqualTo("nemo");
    assertThat(said.method()).isEqualTo("pap");
    assertThat(said.nasAddress()).contains(IpAddress.parse("192.168.1.16"));
    assertThat(said.nasIdentifier()).isEqualTo("ap7");
    assertThat(said.calledStation()).isEqualTo("00-10-A4-23-19-C0:guests");
    assertThat(said.callingStation()).isEqualTo("00-00-5E-00-53-23");
    assertThat(said.replyMessage()).isEqualTo("no entry");
    dialogue.close();
    dialogue.close();
    assertThat(exchanges()).hasSize(1);
  }

  @Test
  void keepsNoPasswordAndNoAuthenticator() {
    conversation.say(dialogue, CLIENT, request(7, 0x5e));
    conversation.say(dialogue, SERVER, packet(2, 7, 0x5e, attribute(8, "0a000007")));
    assertThat(exchanges().getFirst().toString()).doesNotContain("5ec2e7", "5e5e");
    assertThat(exchanges().getFirst().accepted()).isTrue();
    assertThat(exchanges().getFirst().framedAddress()).contains(IpAddress.parse("10.0.0.7"));
  }

  /// RFC 2866 5; RFC 2869 5.1: gigawords count 2^32 octets.
  @Test
  void readsWhatWasUsed() {
    conversation.say(
        dialogue,
        CLIENT,
        packet(
            4,
            1,
            1,
            text(1, "nemo"),
            attribute(40, "00000002"),
            attribute(42, "00000064"),
            attribute(43, "00000005"),
            attribute(53, "00000001"),
            attribute(46, "0000003c"),
            text(44, "s-17")));
    conversation.say(dialogue, SERVER, packet(5, 1, 2));
    RadiusExchange said = exchanges().getFirst();
    assertThat(said.answer()).isEqualTo("Accounting-Response");
    assertThat(said.accountingStatus()).isEqualTo("Stop");
    assertThat(said.sessionId()).isEqualTo("s-17");
    assertThat(said.inputOctets()).isEqualTo(100);
    assertThat(said.outputOctets()).isEqualTo((1L << 32) + 5);
    assertThat(said.sessionSeconds()).isEqualTo(60);
  }

  /// Gigawords with their highest bit set made octets negative; said twice, they were added up.
  @Test
  void neverTellsNegativeOctets() {
    conversation.say(
        dialogue,
        CLIENT,
        packet(
            4,
            1,
            1,
            attribute(40, "00000002"),
            attribute(42, "00000001"),
            attribute(52, "80000000"),
            attribute(43, "00000005"),
            attribute(43, "00000005"),
            attribute(53, "7fffffff"),
            attribute(53, "7fffffff")));
    dialogue.close();
    assertThat(exchanges().getFirst().inputOctets()).isEqualTo(Long.MAX_VALUE);
    assertThat(exchanges().getFirst().outputOctets()).isEqualTo(0x7fff_ffff_0000_0005L);
  }

  @Test
  void tellsHowUsersProveThemselves() {
    String[] proofs = {
      attribute(3, "07" + "00".repeat(16)),
      attribute(79, "0200000501"),
      attribute(26, "00000137" + "1934" + "00".repeat(50)),
      attribute(26, "00000009" + "0103" + "00")
    };
    for (int i = 0; i < proofs.length; i++) {
      conversation.say(dialogue, CLIENT, packet(1, i, i, text(1, "nemo"), proofs[i]));
    }
    dialogue.close();
    assertThat(exchanges())
        .extracting(RadiusExchange::method)
        .containsExactly("chap", "eap", "mschap", "");
  }

  /// RFC 2865 3: a request that is sent again bears the same authenticator; another request may
  /// bear an identifier that was not answered.
  @Test
  void countsRequestsThatAreSentAgainOnce() {
    conversation.say(dialogue, CLIENT, request(7, 1));
    conversation.say(dialogue, CLIENT, request(7, 1));
    conversation.say(dialogue, CLIENT, request(7, 2));
    conversation.say(dialogue, SERVER, packet(11, 7, 3, attribute(79, "0101000501")));
    assertThat(exchanges())
        .extracting(RadiusExchange::answer)
        .containsExactly("", "Access-Challenge");
  }

  @Test
  void tellsAnswersWhoseRequestWasNotSeen() {
    conversation.say(dialogue, SERVER, packet(2, 9, 1, text(1, "nemo")));
    assertThat(exchanges().getFirst().request()).isEmpty();
    assertThat(exchanges().getFirst().user()).isEqualTo("nemo");
  }

  private static Recognition recognised(byte[] datagram) {
    return new RadiusProtocol().recognise(CLIENT, Bytes.of(datagram));
  }

  @Test
  void recognisesPacketsWhoseLengthsFit() {
    byte[] whole = request(7, 1);
    assertThat(recognised(whole)).isEqualTo(Recognition.YES);
    for (int length = 0; length < whole.length; length++) {
      assertThat(recognised(Arrays.copyOf(whole, length))).isEqualTo(Recognition.NO);
    }
    assertThat(recognised(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(Recognition.NO);
    assertThat(recognised(packet(6, 7, 1, text(1, "nemo")))).isEqualTo(Recognition.NO);
    assertThat(recognised(packet(200, 7, 1, text(1, "nemo")))).isEqualTo(Recognition.NO);
    assertThat(recognised(packet(1, 7, 1, text(77, "11Mbps")))).isEqualTo(Recognition.NO);
    assertThat(recognised(packet(3, 7, 1))).isEqualTo(Recognition.NO);
    assertThat(recognised(packet(3, 7, 1, text(18, "no")))).isEqualTo(Recognition.YES);
    assertThat(recognised(packet(1, 7, 1, text(1, "nemo"), "0001"))).isEqualTo(Recognition.NO);
  }

  @Test
  void refusesPacketsThatAreNone() {
    byte[] whole = request(7, 1);
    whole[3]++;
    assertThatThrownBy(() -> dialogue.read(CLIENT, Bytes.of(whole)))
        .isInstanceOf(MalformedMessageException.class);
    assertThatThrownBy(() -> dialogue.read(CLIENT, Bytes.of(new byte[0])))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void endsAtItsLimit() {
    boolean more = true;
    for (int i = 0; i < RadiusDialogue.MOST && more; i++) {
      more = conversation.say(dialogue, SERVER, packet(3, 1, 1, text(18, "no")));
    }
    assertThat(more).isFalse();
    conversation.say(dialogue, CLIENT, request(7, 1));
    dialogue.close();
    assertThat(exchanges()).hasSize(RadiusDialogue.MOST);
  }
}
