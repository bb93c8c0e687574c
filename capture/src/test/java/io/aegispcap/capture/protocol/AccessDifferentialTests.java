package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.Tshark;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.dhcpv6.Dhcpv6Message;
import io.aegispcap.capture.protocol.dhcpv6.Dhcpv6Protocol;
import io.aegispcap.capture.protocol.radius.RadiusExchange;
import io.aegispcap.capture.protocol.radius.RadiusProtocol;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What real captures say by DHCPv6 and RADIUS, against what tshark reads.
@Tag("corpus")
class AccessDifferentialTests {
  private static final List<String> TYPES =
      List.of(
          "SOLICIT",
          "ADVERTISE",
          "REQUEST",
          "CONFIRM",
          "RENEW",
          "REBIND",
          "REPLY",
          "RELEASE",
          "DECLINE",
          "RECONFIGURE",
          "INFORMATION-REQUEST");

  @Test
  void readsTheMessagesOfDhcpv6() throws Exception {
    for (String name :
        List.of(
            "benign/nDPI/android.pcap",
            "benign/nDPI/1kxun.pcap",
            "c2/zeek-quasarrat-detector/09ffabf7-774a-43a3-8c97-68f2046fd385.pcap",
            "c2/zeek-asyncrat-detector/cd010953-5faf-4054-86be-58c020c3a532.pcap")) {
      Path capture = TsharkFrames.capture(name);
      List<String> theirs =
          Tshark.over(capture)
              .filter("dhcpv6 && !icmpv6")
              .rows(
                  "frame.number",
                  "dhcpv6.msgtype",
                  "dhcpv6.xid",
                  "dhcpv6.duid.bytes",
                  "dhcpv6.client_domain",
                  "dhcpv6.iaaddr.ip",
                  "dhcpv6.dns_server",
                  "dhcpv6.requested_option_code")
              .stream()
              .map(row -> String.join(" ", row))
              .toList();
      List<String> ours =
          CaptureReplay.facts(capture, new Dhcpv6Protocol()).stream()
              .map(fact -> line((Dhcpv6Message) fact))
              .toList();
      assertThat(ours).as(name).isNotEmpty().hasSameElementsAs(theirs);
      System.out.println("DHCPv6: " + ours.size() + " messages equal, " + name);
    }
  }

  private static String line(Dhcpv6Message said) {
    return String.join(
        " ",
        Long.toString(FrameId.number(said.frameId())),
        Integer.toString(TYPES.indexOf(said.messageType()) + 1),
        "0x%06x".formatted(said.transactionId()),
        joined(Stream.of(said.clientDuid(), said.serverDuid()).filter(duid -> !duid.isEmpty())),
        said.hostName(),
        joined(said.addresses().stream().map(IpAddress::toString)),
        joined(said.nameServers().stream().map(IpAddress::toString)),
        joined(said.requestedOptions().stream().map(String::valueOf)));
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(Collectors.joining(","));
  }

  @Test
  void readsTheExchangesOfRadius() throws Exception {
    for (String name : List.of("radius", "radius_localhost")) {
      Path capture =
          TsharkFrames.capture("../decode/zeek/testing/btest/Traces/radius/" + name + ".pcap");
      List<RadiusExchange> ours =
          CaptureReplay.facts(capture, new RadiusProtocol()).stream()
              .map(RadiusExchange.class::cast)
              .toList();
      List<List<String>> rows =
          Tshark.over(capture)
              .filter("radius && !radius.dup")
              .rows(
                  "frame.number",
                  "radius.code",
                  "radius.User_Name",
                  "radius.Calling_Station_Id",
                  "radius.Reply_Message");
      assertThat(
              ours.stream()
                  .filter(said -> !said.request().isEmpty())
                  .map(AccessDifferentialTests::asked))
          .as(name)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(
              rows.stream()
                  .filter(row -> row.get(1).equals("1") || row.get(1).equals("4"))
                  .map(row -> String.join(" ", row.get(0), row.get(2), row.get(3)))
                  .toList());
      for (String[] answer :
          new String[][] {
            {"2", "Access-Accept"}, {"3", "Access-Reject"}, {"11", "Access-Challenge"}
          }) {
        assertThat(ours.stream().filter(said -> said.answer().equals(answer[1])).count())
            .as(name + answer[1])
            .isEqualTo(rows.stream().filter(row -> row.get(1).equals(answer[0])).count());
      }
      System.out.println("RADIUS: " + ours.size() + " exchanges equal, " + name);
    }
  }

  private static String asked(RadiusExchange said) {
    return String.join(
        " ", Long.toString(FrameId.number(said.frameId())), said.user(), said.callingStation());
  }
}
