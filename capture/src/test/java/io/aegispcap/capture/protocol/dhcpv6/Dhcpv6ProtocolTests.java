package io.aegispcap.capture.protocol.dhcpv6;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Dhcpv6ProtocolTests {
  /// RFC 8415 11.2: type 1, Ethernet, a time, the address.
  private static final String CLIENT_DUID = "000100011234567800005e005323";

  /// RFC 8415 11.4: type 3, Ethernet, the address.
  private static final String SERVER_DUID = "0003000102000000000a";

  private static final String ADDRESS = "20010db8000000000000000000000009";

  /// An option (RFC 8415 21.1): code, length, data.
  private static String option(int code, String data) {
    return "%04x%04x%s".formatted(code, data.length() / 2, data);
  }

  /// A message (RFC 8415 8): type, transaction 0a0b0c, options.
  private static String message(int type, String... options) {
    return "%02x0a0b0c%s".formatted(type, String.join("", options));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static Dhcpv6Message read(String hex) {
    ScriptedConversation conversation = ScriptedConversation.udp(547);
    Dialogue dialogue = new Dhcpv6Protocol().open(conversation);
    conversation.say(dialogue, CLIENT, bytes(hex));
    dialogue.close();
    return conversation.facts(Dhcpv6Message.class).getFirst();
  }

  private static Recognition recognised(byte[] datagram) {
    return new Dhcpv6Protocol().recognise(CLIENT, Bytes.of(datagram));
  }

  private static final String SOLICIT =
      message(
          1,
          option(1, CLIENT_DUID),
          option(8, "0000"),
          option(3, "00000001" + "00000000" + "00000000"),
          option(39, "00" + "066c6170746f70" + "04636f7270"), // RFC 4704: without an end
          option(16, "00000137" + "0008" + "4d53465420352e30"),
          option(6, "0017" + "0018"));

  @Test
  void readsWhoAsksForWhat() {
    Dhcpv6Message said = read(SOLICIT);
    assertThat(said.messageType()).isEqualTo("SOLICIT");
    assertThat(said.byServer()).isFalse();
    assertThat(said.transactionId()).isEqualTo(0x0a0b0c);
    assertThat(said.clientDuid()).isEqualTo(CLIENT_DUID);
    assertThat(said.clientMac()).isEqualTo("00-00-5E-00-53-23");
    assertThat(said.hostName()).isEqualTo("laptop.corp");
    assertThat(said.vendorClass()).isEqualTo("MSFT 5.0");
    assertThat(said.requestedOptions()).containsExactly(23, 24);
    assertThat(said.serverDuid()).isEmpty();
    assertThat(said.relay()).isEmpty();
    assertThat(said.addresses()).isEmpty();
  }

  /// RFC 8415 21.4 to 21.6, 21.13, 21.21, 21.22; RFC 3646 3 and 4.
  private static final String REPLY =
      message(
          7,
          option(1, CLIENT_DUID),
          option(2, SERVER_DUID),
          option(
              3,
              "00000001"
                  + "00000000"
                  + "00000000"
                  + option(5, ADDRESS + "00000e10" + "00001c20" + option(13, "0000"))),
          option(
              25,
              "00000001"
                  + "00000000"
                  + "00000000"
                  + option(
                      26, "00000e10" + "00001c20" + "38" + "20010db8000100000000000000000000")),
          option(13, "0002"),
          option(23, ADDRESS + ADDRESS.replace("9", "a")),
          option(24, "04636f7270076578616d706c6500" + "036c616e00"));

  @Test
  void readsWhatAServerGives() {
    Dhcpv6Message said = read(REPLY);
    assertThat(said.messageType()).isEqualTo("REPLY");
    assertThat(said.byServer()).isTrue();
    assertThat(said.serverDuid()).isEqualTo(SERVER_DUID);
    assertThat(said.addresses()).containsExactly(IpAddress.parse("2001:db8::9"));
    assertThat(said.prefixes()).containsExactly("2001:db8:1::/56");
    assertThat(said.nameServers())
        .containsExactly(IpAddress.parse("2001:db8::9"), IpAddress.parse("2001:db8::a"));
    assertThat(said.searchDomains()).containsExactly("corp.example", "lan");
    assertThat(said.status()).isEqualTo("NoAddrsAvail");
  }

  /// RFC 8415 9: hop count, link and peer, and the message in option 9.
  private static String relayed(int type, String link, String inner) {
    return "%02x00%s%s%s%s"
        .formatted(
            type, link, "fe800000000000000000000000000007", option(18, "31"), option(9, inner));
  }

  @Test
  void readsWhatRelaysPassOn() {
    Dhcpv6Message said = read(relayed(12, ADDRESS, SOLICIT));
    assertThat(said.messageType()).isEqualTo("SOLICIT");
    assertThat(said.relay()).contains(IpAddress.parse("2001:db8::9"));
    Dhcpv6Message twice = read(relayed(12, "0".repeat(32), relayed(12, "0".repeat(32), SOLICIT)));
    assertThat(twice.hostName()).isEqualTo("laptop.corp");
    assertThat(twice.relay()).contains(IpAddress.parse("fe80::7"));
  }

  @Test
  void refusesRelaysWithinRelaysWithoutEnd() {
    String message = SOLICIT;
    for (int i = 0; i < 8; i++) {
      message = relayed(12, ADDRESS, message);
    }
    assertThat(recognised(bytes(message))).isEqualTo(Recognition.YES);
    assertThat(recognised(bytes(relayed(12, ADDRESS, message)))).isEqualTo(Recognition.NO);
  }

  /// RFC 8415 18.2.6: a client that asks for information only need not name itself.
  @Test
  void readsQuestionsForInformationOnly() {
    Dhcpv6Message said = read(message(11, option(8, "0000"), option(6, "0017")));
    assertThat(said.messageType()).isEqualTo("INFORMATION-REQUEST");
    assertThat(said.clientDuid()).isEmpty();
    assertThat(recognised(bytes(message(1, option(8, "0000"), option(6, "0017")))))
        .isEqualTo(Recognition.NO);
  }

  @Test
  void recognisesWholeMessagesOnly() {
    byte[] whole = bytes(SOLICIT);
    assertThat(recognised(whole)).isEqualTo(Recognition.YES);
    int cutBetweenOptions = bytes(message(1, option(1, CLIENT_DUID))).length;
    for (int length = 0; length < cutBetweenOptions; length++) {
      assertThat(recognised(Arrays.copyOf(whole, length))).isEqualTo(Recognition.NO);
    }
    whole[0] = 14;
    assertThat(recognised(whole)).isEqualTo(Recognition.NO);
    Dialogue dialogue = new Dhcpv6Protocol().open(ScriptedConversation.udp(547));
    assertThatThrownBy(() -> dialogue.read(CLIENT, Bytes.of(whole)))
        .isInstanceOf(MalformedMessageException.class);
  }

  /// RFC 8415 11.1: types 1 to 4.
  @Test
  void recognisesKnownKindsOfIdentifiersOnly() {
    assertThat(recognised(bytes(message(1, option(1, "0005" + "00010203")))))
        .isEqualTo(Recognition.NO);
    assertThat(recognised(bytes(message(1, option(1, "0004" + "00010203")))))
        .isEqualTo(Recognition.YES);
  }

  @Test
  void keepsSixteenOfEach() {
    assertThat(
            read(message(7, option(2, SERVER_DUID), option(23, ADDRESS.repeat(40)))).nameServers())
        .hasSize(16);
    assertThat(
            read(message(7, option(2, SERVER_DUID), option(24, "016100".repeat(40))))
                .searchDomains())
        .hasSize(16);
  }

  @Test
  void goesNoDeeperThanAnAddressesStatus() {
    String nested = "00000001";
    for (int i = 0; i < 2_000; i++) {
      nested = "00000001" + option(4, nested);
    }
    assertThat(read(message(1, option(1, CLIENT_DUID), option(4, nested))).addresses()).isEmpty();
  }

  @Test
  void endsAtNamesThatAreBroken() {
    Dhcpv6Message said =
        read(message(7, option(2, SERVER_DUID), option(24, "036c616e00" + "40ff" + "016100")));
    assertThat(said.searchDomains()).containsExactly("lan");
  }
}
