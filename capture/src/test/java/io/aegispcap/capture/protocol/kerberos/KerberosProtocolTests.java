package io.aegispcap.capture.protocol.kerberos;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static io.aegispcap.capture.protocol.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.asn1.Der;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages are written down from RFC 4120 5.4 and 5.9.1.
class KerberosProtocolTests {
  private final KerberosProtocol protocol = new KerberosProtocol();

  private static byte[] name(String... parts) {
    byte[][] texts = Arrays.stream(parts).map(part -> Der.text(0x1b, part)).toArray(byte[][]::new);
    return Der.sequence(Der.field(0, Der.number(2, 1)), Der.field(1, Der.sequence(texts)));
  }

  private static byte[] request(
      int tag, boolean proved, String client, String service, int... types) {
    byte[][] offered =
        Arrays.stream(types).mapToObj(type -> Der.number(2, type)).toArray(byte[][]::new);
    byte[] proof =
        Der.sequence(Der.field(1, Der.number(2, proved ? 2 : 128)), Der.field(2, Der.text(4, "x")));
    return Der.of(
        tag,
        Der.sequence(
            Der.field(1, Der.number(2, 5)),
            Der.field(2, Der.number(2, tag - 0x60)),
            Der.field(3, Der.sequence(proof)),
            Der.field(
                4,
                Der.sequence(
                    Der.field(0, Der.of(3, new byte[5])),
                    Der.field(1, name(client)),
                    Der.field(2, Der.text(0x1b, "CORP.EXAMPLE")),
                    Der.field(3, name(service.split("/", -1))),
                    Der.field(7, Der.number(2, 77)),
                    Der.field(8, Der.sequence(offered))))));
  }

  private static byte[] encrypted(int type) {
    return Der.sequence(Der.field(0, Der.number(2, type)), Der.field(2, Der.of(4, new byte[200])));
  }

  private static byte[] reply(int tag, String client, String service, int ticket, int part) {
    return Der.of(
        tag,
        Der.sequence(
            Der.field(0, Der.number(2, 5)),
            Der.field(1, Der.number(2, tag - 0x60)),
            Der.field(3, Der.text(0x1b, "CORP.EXAMPLE")),
            Der.field(4, name(client)),
            Der.field(
                5,
                Der.of(
                    0x61,
                    Der.sequence(
                        Der.field(0, Der.number(2, 5)),
                        Der.field(1, Der.text(0x1b, "CORP.EXAMPLE")),
                        Der.field(2, name(service.split("/", -1))),
                        Der.field(3, encrypted(ticket))))),
            Der.field(6, encrypted(part))));
  }

  private static byte[] error(int code) {
    return Der.of(
        0x7e,
        Der.sequence(
            Der.field(0, Der.number(2, 5)),
            Der.field(1, Der.number(2, 30)),
            Der.field(6, Der.number(2, code)),
            Der.field(9, Der.text(0x1b, "CORP.EXAMPLE")),
            Der.field(10, name("krbtgt", "CORP.EXAMPLE"))));
  }

  private KerberosExchange exchange(byte[] request, byte[] answer) {
    ScriptedConversation conversation = ScriptedConversation.udp(88);
    Dialogue dialogue = protocol.open(conversation);
    assertThat(protocol.recognise(CLIENT, Bytes.of(request))).isEqualTo(Recognition.YES);
    assertThat(protocol.recognise(SERVER, Bytes.of(answer))).isEqualTo(Recognition.YES);
    conversation.say(dialogue, CLIENT, request);
    conversation.say(dialogue, SERVER, answer);
    dialogue.close();
    return conversation.facts(KerberosExchange.class).getFirst();
  }

  @Test
  void tellsWhatTicketWasAskedForAndGranted() {
    byte[] request = request(0x6c, false, "alice", "MSSQLSvc/db:1433", 23, 18);
    byte[] answer = reply(0x6d, "alice", "MSSQLSvc/db:1433", 23, 18);
    assertThat(exchange(request, answer))
        .isEqualTo(
            new KerberosExchange(
                1,
                1_000_000_000L,
                "tgs",
                "alice",
                "CORP.EXAMPLE",
                "MSSQLSvc/db:1433",
                List.of("rc4-hmac", "aes256-cts-hmac-sha1-96"),
                false,
                "rc4-hmac",
                "aes256-cts-hmac-sha1-96",
                "",
                true));
  }

  @Test
  void tellsWhetherThePasswordWasProvedAndRefused() {
    byte[] request = request(0x6a, true, "bob", "krbtgt/CORP.EXAMPLE", 18, 17, 23);
    assertThat(exchange(request, error(24)))
        .returns(true, KerberosExchange::preAuthenticated)
        .returns("PREAUTH_FAILED", KerberosExchange::error)
        .returns("bob", KerberosExchange::client);
  }

  @Test
  void readsAStreamInAnyPieces() {
    byte[] request = request(0x6a, false, "bob", "krbtgt/CORP.EXAMPLE", 23);
    byte[] framed =
        ByteBuffer.allocate(4 + request.length).putInt(request.length).put(request).array();
    for (int size = 1; size <= framed.length; size++) {
      ScriptedConversation conversation = ScriptedConversation.tcp(88);
      Dialogue dialogue = protocol.open(conversation);
      conversation.sayInPieces(dialogue, CLIENT, framed, size);
      dialogue.close();
      assertThat(conversation.facts(KerberosExchange.class))
          .singleElement()
          .returns(false, KerberosExchange::answered);
    }
    assertThat(protocol.recognise(CLIENT, Bytes.of(framed))).isEqualTo(Recognition.YES);
  }

  @Test
  void refusesOtherBytes() {
    assertThat(protocol.recognise(CLIENT, Bytes.of(new byte[64]))).isEqualTo(Recognition.NO);
    assertThat(protocol.recognise(CLIENT, Bytes.of(Der.of(0x6a, new byte[40]))))
        .isEqualTo(Recognition.NO);
  }
}
