package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.protocol.ike.IkeProtocol;
import io.aegispcap.capture.protocol.ike.IkeSession;
import io.aegispcap.capture.protocol.openvpn.OpenVpnProtocol;
import io.aegispcap.capture.protocol.openvpn.OpenVpnSession;
import io.aegispcap.capture.protocol.stun.StunProtocol;
import io.aegispcap.capture.protocol.stun.StunSession;
import io.aegispcap.capture.protocol.tftp.TftpProtocol;
import io.aegispcap.capture.protocol.tftp.TftpRequest;
import io.aegispcap.capture.protocol.wireguard.WireGuardProtocol;
import io.aegispcap.capture.protocol.wireguard.WireGuardSession;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Protocols of bytes over UDP: messages written from their specifications.
class TunnelProtocolsTests {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static byte[] join(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static Recognition of(Protocol protocol, byte[] first) {
    return protocol.recognise(Side.CLIENT, Bytes.of(first));
  }

  /// RFC 5769 2.2: the sample response over IPv4, without its integrity and fingerprint.
  @Test
  void readsAMappedAddress() {
    byte[] request = hex("0001 0000 2112a442 b7e7a701bc34d686fa87dfae");
    byte[] response =
        hex(
            "0101 001c 2112a442 b7e7a701bc34d686fa87dfae"
                + "8022000b 7465737420766563746f7220"
                + "00200008 0001a147e112a643");
    StunSession session =
        (StunSession)
            Said.listen(new StunProtocol(), List.of(Said.client(request), Said.server(response)))
                .getFirst();
    assertThat(session.mapped()).containsExactly("192.0.2.1:32853");
    assertThat(session.software()).containsExactly("test vector");
    assertThat(session.methods()).containsExactly("binding");
    assertThat(session.requests()).isEqualTo(1);
    assertThat(session.answers()).isEqualTo(1);
  }

  @Test
  void takesForStunOnlyWhatFitsItsLengths() {
    StunProtocol stun = new StunProtocol();
    assertThat(of(stun, hex("0001 0004 2112a442 b7e7a701bc34d686fa87dfae")))
        .isEqualTo(Recognition.NO);
    assertThat(of(stun, hex("0001 0000 2112a443 b7e7a701bc34d686fa87dfae")))
        .isEqualTo(Recognition.NO);
    assertThat(of(stun, new byte[0])).isEqualTo(Recognition.NO);
    assertThat(of(stun, random(20))).isEqualTo(Recognition.NO);
  }

  /// RFC 1350 5, RFC 2349.
  @Test
  void readsRequestsForFiles() {
    byte[] write = "\0\2boot.cfg\0octet\0tsize\u0000512\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] read = "\0\1boot.cfg\0NETASCII\0".getBytes(StandardCharsets.ISO_8859_1);
    List<Fact> facts =
        Said.listen(
            new TftpProtocol(), List.of(Said.client(write), Said.client(write), Said.client(read)));
    assertThat(facts)
        .containsExactly(
            new TftpRequest(1, facts.getFirst().timestamp(), true, "boot.cfg", "octet", 512),
            new TftpRequest(3, facts.getLast().timestamp(), false, "boot.cfg", "netascii", -1));
    assertThat(of(new TftpProtocol(), "\0\1a\0text\0".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(Recognition.NO);
    assertThat(of(new TftpProtocol(), random(40))).isEqualTo(Recognition.NO);
  }

  /// WireGuard's paper, 5.4.
  @Test
  void countsMessagesOfWireGuard() {
    byte[] initiation = join(hex("01000000"), random(128), new byte[16]);
    byte[] response = join(hex("02000000"), random(88));
    byte[] data = join(hex("04000000"), random(60));
    WireGuardSession session =
        (WireGuardSession)
            Said.listen(
                    new WireGuardProtocol(),
                    List.of(Said.client(initiation), Said.server(response), Said.client(data)))
                .getFirst();
    assertThat(session.initiations()).isEqualTo(1);
    assertThat(session.responses()).isEqualTo(1);
    assertThat(session.packets()).isEqualTo(1);
    assertThat(session.bytes()).isEqualTo(64);
    WireGuardProtocol wireGuard = new WireGuardProtocol();
    assertThat(of(wireGuard, initiation)).isEqualTo(Recognition.YES);
    assertThat(of(wireGuard, Arrays.copyOf(initiation, 147))).isEqualTo(Recognition.NO);
    assertThat(of(wireGuard, join(hex("01000000"), new byte[144]))).isEqualTo(Recognition.NO);
  }

  private static byte[] reset(int opcode, byte[] behind) {
    return join(new byte[] {(byte) (opcode << 3)}, random(8), behind);
  }

  @Test
  void tellsHowOpenVpnProtectsItsControl() {
    OpenVpnProtocol openVpn = new OpenVpnProtocol();
    byte[] plain = reset(7, new byte[5]);
    byte[] auth = reset(7, join(random(20), hex("00000001 60000000"), new byte[5]));
    byte[] crypt = reset(7, join(hex("00000001 60000000"), random(37)));
    byte[] cryptTwo = reset(10, join(hex("0f000001 60000000"), random(300)));
    assertThat(protection(plain)).isEqualTo("none");
    assertThat(protection(auth)).isEqualTo("tls-auth");
    assertThat(protection(crypt)).isEqualTo("tls-crypt");
    assertThat(protection(cryptTwo)).isEqualTo("tls-crypt-v2");
    assertThat(of(openVpn, reset(7, random(5)))).isEqualTo(Recognition.NO);
    assertThat(of(openVpn, reset(7, random(45)))).isEqualTo(Recognition.NO);
    assertThat(of(openVpn, new byte[0])).isEqualTo(Recognition.MORE);
  }

  private static String protection(byte[] first) {
    assertThat(of(new OpenVpnProtocol(), first)).isEqualTo(Recognition.YES);
    ScriptedConversation conversation = ScriptedConversation.udp(1194);
    Dialogue dialogue = new OpenVpnProtocol().open(conversation);
    conversation.say(dialogue, Side.CLIENT, first);
    conversation.say(dialogue, Side.SERVER, reset(8, new byte[17]));
    dialogue.close();
    OpenVpnSession session = conversation.facts(OpenVpnSession.class).getFirst();
    assertThat(session.answered()).isTrue();
    return session.protection();
  }

  @Test
  void cutsOpenVpnOverTcp() {
    byte[] client =
        join(
            hex("000e"),
            reset(7, new byte[5]),
            hex("0004"),
            hex("48112233"),
            hex("0001"),
            hex("28"));
    assertThat(of(new OpenVpnProtocol(), client)).isEqualTo(Recognition.YES);
    for (int size = 1; size <= client.length; size++) {
      ScriptedConversation conversation = ScriptedConversation.tcp(443);
      Dialogue dialogue = new OpenVpnProtocol().open(conversation);
      conversation.sayInPieces(dialogue, Side.CLIENT, client, size);
      dialogue.close();
      OpenVpnSession session = conversation.facts(OpenVpnSession.class).getFirst();
      assertThat(session.control()).as("pieces of %d", size).isEqualTo(2);
      assertThat(session.packets()).isEqualTo(1);
      assertThat(session.bytes()).isEqualTo(4);
      assertThat(session.protection()).isEqualTo("none");
    }
  }

  /// RFC 7296 3.1 and RFC 3948 2: an exchange of port 4500, then data.
  @Test
  void readsTheExchangesOfIke() {
    byte[] ask = join(random(8), new byte[8], hex("21202208 00000000 00000020"), new byte[4]);
    byte[] answer = join(random(16), hex("21202220 00000000 00000020"), new byte[4]);
    byte[] marked = join(new byte[4], random(16), hex("2e202308 00000001 00000020"), new byte[4]);
    assertThat(of(new IkeProtocol(), ask)).isEqualTo(Recognition.YES);
    assertThat(of(new IkeProtocol(), answer)).isEqualTo(Recognition.NO);
    assertThat(of(new IkeProtocol(), Arrays.copyOf(ask, 31))).isEqualTo(Recognition.NO);
    IkeSession session =
        (IkeSession)
            Said.listen(
                    new IkeProtocol(),
                    List.of(
                        Said.client(ask),
                        Said.server(answer),
                        Said.client(marked),
                        Said.client(random(60))))
                .getFirst();
    assertThat(session.version()).isEqualTo(2);
    assertThat(session.exchanges()).containsExactly("ike-sa-init", "ike-auth");
    assertThat(session.answered()).isTrue();
    assertThat(session.messages()).isEqualTo(3);
    assertThat(session.packets()).isEqualTo(1);
    assertThat(session.bytes()).isEqualTo(60);
  }
}
