package io.aegispcap.capture.protocol.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.HexTalk;
import io.aegispcap.capture.protocol.ScriptedConversation;
import io.aegispcap.capture.protocol.Side;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The request and its confirmation are those of MS-RDPBCGR 4.1; the client's settings are put
/// together as 2.2.1.3.2 says.
class RdpProtocolTests {
  private static final String REQUEST =
      "0300 002c 27 e0 0000 0000 00 436f6f6b69653a206d737473686173683d656c746f6e73 0d0a"
          + "01 00 0800 00000000";
  private static final String CONFIRM = "0300 0013 0e d0 0000 1234 00 02 00 0800 00000000";
  private static final String TLS_REQUEST = "0300 0013 0e e0 0000 0000 00 01 00 0800 03000000";

  private final RdpProtocol protocol = new RdpProtocol();
  private final HexTalk talk = new HexTalk(protocol, ScriptedConversation.tcp(3389));

  private RdpConnection told() {
    return talk.facts(RdpConnection.class).getFirst();
  }

  private static String wide(String text, int bytes) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16LE));
    return hex + "00".repeat(bytes - hex.length() / 2);
  }

  private static String settings() {
    String core =
        "01c0 d800 04000800 0005 0004 01ca 03aa 09040000 ce0e0000" + wide("ELTONS-DEV2", 32);
    return "0300 007d 02 f0 80 7f65" + "00".repeat(54) + "44756361 8184" + core.replace(" ", "");
  }

  @Test
  void readsWhoAsksAndWhatTheClientIs() {
    talk.client(REQUEST).server(CONFIRM).client(settings());
    RdpConnection fact = told();
    assertThat(fact.cookie()).isEqualTo("eltons");
    assertThat(fact.requested()).containsExactly("rdp");
    assertThat(fact.selected()).isEqualTo("rdp");
    assertThat(fact.clientName()).isEqualTo("ELTONS-DEV2");
    assertThat(fact.clientBuild()).isEqualTo(3790);
    assertThat(fact.keyboardLayout()).isEqualTo(0x409);
    assertThat(fact.width()).isEqualTo(1280);
    assertThat(fact.height()).isEqualTo(1024);
    assertThat(talk.facts(RdpConnection.class)).hasSize(1);
  }

  @Test
  void stopsWhereTlsBegins() {
    talk.client(TLS_REQUEST).server("0300 0013 0e d0 0000 1234 00 02 00 0800 02000000");
    assertThat(told().requested()).containsExactly("tls", "credssp");
    assertThat(told().selected()).isEqualTo("credssp");
    assertThat(told().clientBuild()).isZero();
  }

  @Test
  void saysWhyTheServerRefuses() {
    talk.client(TLS_REQUEST).server("0300 0013 0e d0 0000 1234 00 03 00 0800 05000000");
    assertThat(told().failure()).isEqualTo("credssp_required");
    assertThat(told().selected()).isEmpty();
  }

  @Test
  void tellsOfARequestWithoutAnswer() {
    talk.client(REQUEST);
    assertThat(told().answered()).isFalse();
  }

  @Test
  void recognisesCookiesAndNegotiations() {
    HexTalk.recognises(protocol, Side.CLIENT, REQUEST);
    HexTalk.recognises(protocol, Side.CLIENT, TLS_REQUEST);
    HexTalk.recognises(protocol, Side.SERVER, CONFIRM);
    HexTalk.refuses(
        protocol, Side.CLIENT, "0300 0016 11 e0 0000 0001 00 c0 01 0a c1 02 0100 c2 02 0102");
    HexTalk.refuses(protocol, Side.CLIENT, CONFIRM);
    HexTalk.refuses(protocol, Side.SERVER, "0300 000b 06 d0 0000 1234 00");
  }
}
