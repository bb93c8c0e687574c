package io.aegispcap.capture.protocol.dhcp;

import static io.aegispcap.capture.protocol.Side.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Recognition;
import io.aegispcap.capture.protocol.ScriptedConversation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DhcpProtocolTests {
  private static final int FIXED = 240;

  /// A message whose options are given as code, length, data.
  private static byte[] message(int operation, byte[]... options) {
    byte[] fixed = new byte[FIXED];
    fixed[0] = (byte) operation;
    fixed[1] = 1;
    fixed[2] = 6;
    System.arraycopy(new byte[] {0, 0x1b, 0x21, 0x0a, (byte) 0xff, 1}, 0, fixed, 28, 6);
    System.arraycopy(new byte[] {0x63, (byte) 0x82, 0x53, 0x63}, 0, fixed, 236, 4);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(fixed);
    for (byte[] option : options) {
      out.writeBytes(option);
    }
    out.write(255);
    return out.toByteArray();
  }

  private static byte[] option(int code, byte... data) {
    byte[] option = new byte[data.length + 2];
    option[0] = (byte) code;
    option[1] = (byte) data.length;
    System.arraycopy(data, 0, option, 2, data.length);
    return option;
  }

  private static byte[] option(int code, String text) {
    return option(code, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static DhcpMessage read(byte[] datagram) {
    ScriptedConversation conversation = ScriptedConversation.udp(67);
    Dialogue dialogue = new DhcpProtocol().open(conversation);
    conversation.say(dialogue, CLIENT, datagram);
    return conversation.facts(DhcpMessage.class).getFirst();
  }

  @Test
  void readsWhoAsksForWhat() {
    DhcpMessage request =
        read(
            message(
                1,
                option(53, (byte) 3),
                new byte[] {0, 0},
                option(12, "laptop"),
                option(60, "MSFT 5.0"),
                option(50, (byte) 192, (byte) 0, (byte) 2, (byte) 9),
                option(55, (byte) 1, (byte) 3, (byte) 252)));
    assertThat(request.messageType()).isEqualTo("REQUEST");
    assertThat(request.clientMac()).isEqualTo("00-1B-21-0A-FF-01");
    assertThat(request.hostName()).contains("laptop");
    assertThat(request.vendorClass()).contains("MSFT 5.0");
    assertThat(request.requestedAddress()).contains(IpAddress.parse("192.0.2.9"));
    assertThat(request.assignedAddress()).isEmpty();
    assertThat(request.parameterRequestList()).isEqualTo(List.of(1, 3, 252));
  }

  @Test
  void readsTheAddressThatIsGiven() {
    byte[] offer = message(2, option(53, (byte) 2));
    offer[16] = 10;
    offer[19] = 7;
    assertThat(read(offer).assignedAddress()).contains(IpAddress.parse("10.0.0.7"));
    assertThat(read(offer).messageType()).isEqualTo("OFFER");
    assertThat(read(message(1)).messageType()).isEqualTo("BOOTP");
  }

  /// RFC 2132 3.5, 3.8, 9.7; option 252 as in draft-ietf-wrec-wpad-01 4.4.1.
  @Test
  void readsWhereAServerLeadsItsClients() {
    byte[] offer =
        message(
            2,
            option(53, (byte) 2),
            option(54, (byte) 10, (byte) 0, (byte) 0, (byte) 1),
            option(3, (byte) 10, (byte) 0, (byte) 0, (byte) 2),
            option(
                6, (byte) 10, (byte) 0, (byte) 0, (byte) 3, (byte) 9, (byte) 9, (byte) 9, (byte) 9),
            option(252, "http://10.0.0.4/wpad.dat"));
    offer[4] = 1;
    offer[7] = 9;
    DhcpMessage read = read(offer);
    assertThat(read.transactionId()).isEqualTo(0x0100_0009);
    assertThat(read.serverId()).contains(IpAddress.parse("10.0.0.1"));
    assertThat(read.routers()).containsExactly(IpAddress.parse("10.0.0.2"));
    assertThat(read.nameServers())
        .containsExactly(IpAddress.parse("10.0.0.3"), IpAddress.parse("9.9.9.9"));
    assertThat(read.proxyScript()).contains("http://10.0.0.4/wpad.dat");
  }

  @Test
  void keepsSixteenAddressesOfAnOption() {
    byte[] many = new byte[80];
    Arrays.fill(many, (byte) 7);
    assertThat(read(message(2, option(6, many))).nameServers()).hasSize(16);
  }

  @Test
  void leavesOutOptionsThatAreCut() {
    byte[] whole = message(1, option(53, (byte) 1), option(12, "laptop"));
    qt().withExamples(100)
        .forAll(integers().between(FIXED, whole.length))
        .checkAssert(
            length -> {
              DhcpMessage read = read(Arrays.copyOf(whole, length));
              assertThat(read.hostName().isPresent()).isEqualTo(length >= whole.length - 1);
            });
  }

  @Test
  void recognisesItsMagicOnly() {
    DhcpProtocol protocol = new DhcpProtocol();
    byte[] good = message(1);
    assertThat(protocol.recognise(CLIENT, Bytes.of(good))).isEqualTo(Recognition.YES);
    good[236] = 0;
    assertThat(protocol.recognise(CLIENT, Bytes.of(good))).isEqualTo(Recognition.NO);
    Dialogue dialogue = protocol.open(ScriptedConversation.udp(67));
    assertThatThrownBy(() -> dialogue.read(CLIENT, Bytes.of(good)))
        .isInstanceOf(MalformedMessageException.class);
  }
}
