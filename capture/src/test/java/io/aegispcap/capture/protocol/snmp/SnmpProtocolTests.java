package io.aegispcap.capture.protocol.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.HexTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.asn1.Der;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages are written down from RFC 3416 3 and RFC 3412 6.
class SnmpProtocolTests {
  /// 1.3.6.1.2.1.1.5.0
  private static final byte[] NAME = HexTalk.bytes("2b06010201010500");

  private final SnmpProtocol protocol = new SnmpProtocol();
  private final HexTalk talk = new HexTalk(protocol, ScriptedConversation.udp(161));

  private static byte[] pdu(int tag, int request, int error) {
    return Der.of(
        tag,
        Der.number(2, request),
        Der.number(2, error),
        Der.number(2, 0),
        Der.sequence(Der.sequence(Der.of(6, NAME), Der.of(5))));
  }

  private static String message(int version, String community, byte[] pdu) {
    return HexFormat.of()
        .formatHex(Der.sequence(Der.number(2, version), Der.text(4, community), pdu));
  }

  private static String message3(int id, String user, byte[] data) {
    byte[] security =
        Der.sequence(
            Der.text(4, "engine"),
            Der.number(2, 1),
            Der.number(2, 2),
            Der.text(4, user),
            Der.text(4, ""),
            Der.text(4, ""));
    return HexFormat.of()
        .formatHex(
            Der.sequence(
                Der.number(2, 3),
                Der.sequence(
                    Der.number(2, id), Der.number(2, 127), Der.text(4, "x"), Der.number(2, 3)),
                Der.of(4, security),
                data));
  }

  private List<SnmpRequest> told() {
    return talk.facts(SnmpRequest.class);
  }

  @Test
  void pairsRequestsWithResponsesAndKeepsNoCommunity() {
    for (int i = 1; i <= 50; i++) {
      talk.client(message(1, "public", pdu(0xa0, i, 0)));
      talk.server(message(1, "public", pdu(0xa2, i, 0)));
    }
    talk.client(message(0, "s3cret", pdu(0xa3, 60, 0)));
    talk.server(message(0, "s3cret", pdu(0xa2, 60, 4)));
    talk.client(message(0, "private", pdu(0xa1, 61, 0)));
    assertThat(told().stream().map(SnmpRequest::type))
        .containsExactly("get-request", "set-request", "get-next-request");
    assertThat(told().stream().map(SnmpRequest::answer))
        .containsExactly("ok", "readOnly", "unanswered");
    assertThat(told().stream().map(SnmpRequest::community))
        .containsExactly("public", "other", "private");
    assertThat(told().stream().map(SnmpRequest::count)).containsExactly(50L, 1L, 1L);
    assertThat(told().getFirst().names()).containsExactly("1.3.6.1.2.1.1.5.0");
    assertThat(told().toString()).doesNotContain("s3cret");
  }

  @Test
  void readsUsersOfVersion3AndSaysWhatIsEncrypted() {
    byte[] scoped = Der.sequence(Der.text(4, ""), Der.text(4, ""), pdu(0xa0, 9, 0));
    byte[] answer = Der.sequence(Der.text(4, ""), Der.text(4, ""), pdu(0xa8, 9, 0));
    talk.client(message3(7, "alice", scoped)).server(message3(7, "", answer));
    talk.client(message3(8, "bob", Der.text(4, "??"))).server(message3(8, "bob", Der.text(4, "?")));
    assertThat(told().stream().map(SnmpRequest::user)).containsExactly("alice", "bob");
    assertThat(told().stream().map(SnmpRequest::type)).containsExactly("get-request", "encrypted");
    assertThat(told().stream().map(SnmpRequest::answer)).containsExactly("report", "ok");
  }

  @Test
  void countsTraps() {
    talk.client(message(1, "public", pdu(0xa7, 5, 0)))
        .client(message(1, "public", pdu(0xa7, 6, 0)));
    assertThat(told()).hasSize(1);
    assertThat(told().getFirst().answer()).isEmpty();
    assertThat(told().getFirst().count()).isEqualTo(2);
  }

  @Test
  void recognisesItsSequence() {
    String good = message(1, "public", pdu(0xa0, 1, 0));
    HexTalk.recognises(protocol, Side.CLIENT, good);
    HexTalk.recognises(protocol, Side.SERVER, message3(7, "alice", Der.text(4, "??")));
    HexTalk.refuses(protocol, Side.CLIENT, good + "00");
    HexTalk.refuses(protocol, Side.CLIENT, message(2, "public", pdu(0xa0, 1, 0)));
    HexTalk.refuses(protocol, Side.CLIENT, message(1, "public", pdu(0x60, 1, 0)));
  }
}
