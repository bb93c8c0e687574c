package io.aegispcap.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.Tshark;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.protocol.TsharkFrames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// ARP messages, neighbour discovery and router advertisements of real captures against what tshark
/// shows of them.
@Tag("corpus")
class LinkDifferentialTests {
  private static final int EACH = 12;

  private static List<Path> captures() throws IOException {
    List<Path> captures = new ArrayList<>(TsharkFrames.captures("benign", EACH));
    captures.addAll(TsharkFrames.captures("dns_tunnel/domainator-dataset", EACH));
    captures.addAll(TsharkFrames.captures("lateral", EACH));
    return captures;
  }

  private static List<LinkMessage> said(Path capture) throws IOException {
    List<LinkMessage> messages = new ArrayList<>();
    PacketDecoder decoder = new PacketDecoder(DecodeOptions.DEFAULT);
    Packet packet = new Packet();
    try (CaptureFile file = Captures.open(capture, ReadOptions.DEFAULT)) {
      while (file.next(packet)) {
        decoder.decode(packet);
        LinkMessage.in(packet).ifPresent(messages::add);
      }
    }
    return messages;
  }

  @Test
  void readsTheArpMessagesThatTsharkReads() throws Exception {
    int messages = 0;
    for (Path capture : captures()) {
      List<String> theirs =
          Tshark.over(capture)
              .filter("arp.hw.type == 1 && arp.proto.type == 0x0800 && arp.opcode <= 2")
              .rows(
                  "frame.number",
                  "arp.opcode",
                  "arp.src.hw_mac",
                  "arp.src.proto_ipv4",
                  "arp.dst.proto_ipv4")
              .stream()
              .map(row -> String.join(" ", row))
              .toList();
      List<String> ours =
          said(capture).stream()
              .filter(ArpMessage.class::isInstance)
              .map(message -> line((ArpMessage) message))
              .toList();
      assertThat(ours).as(capture.toString()).isEqualTo(theirs);
      messages += ours.size();
    }
    System.out.println("ARP: " + messages + " messages equal");
    assertThat(messages).isPositive();
  }

  private static String line(ArpMessage arp) {
    return "%d %d %s %s %s"
        .formatted(
            FrameId.number(arp.frameId()),
            arp.reply() ? 2 : 1,
            LinkMessage.macText(arp.senderMac()).replace('-', ':').toLowerCase(Locale.ROOT),
            arp.sender(),
            arp.target());
  }

  @Test
  void readsTheRouterAdvertisementsThatTsharkReads() throws Exception {
    int messages = 0;
    for (Path capture : captures()) {
      List<String> theirs =
          Tshark.over(capture)
              .filter("icmpv6.type == 134 && ipv6.hlim == 255")
              .rows("frame.number", "ipv6.src", "icmpv6.nd.ra.router_lifetime", "icmpv6.opt.prefix")
              .stream()
              .map(row -> String.join(" ", row))
              .toList();
      List<String> ours =
          said(capture).stream()
              .filter(RouterAdvertisement.class::isInstance)
              .map(message -> line((RouterAdvertisement) message))
              .toList();
      assertThat(ours).as(capture.toString()).isEqualTo(theirs);
      messages += ours.size();
    }
    System.out.println("Router advertisements: " + messages + " messages equal");
  }

  private static String line(RouterAdvertisement said) {
    List<String> prefixes =
        said.prefixes().stream().map(text -> text.substring(0, text.indexOf('/'))).toList();
    return "%d %s %d %s"
        .formatted(
            FrameId.number(said.frameId()),
            said.router(),
            said.lifetime(),
            String.join(",", prefixes));
  }

  @Test
  void readsTheNeighboursThatTsharkReads() throws Exception {
    int messages = 0;
    for (String name :
        List.of(
            "benign/nDPI/1kxun.pcap",
            "benign/nDPI/android.pcap",
            "benign/nDPI/hsrp2_ipv6.pcapng",
            "c2/zeek-quasarrat-detector/09ffabf7-774a-43a3-8c97-68f2046fd385.pcap",
            "c2/zeek-asyncrat-detector/cd010953-5faf-4054-86be-58c020c3a532.pcap")) {
      Path capture = TsharkFrames.capture(name);
      List<String> theirs =
          Tshark.over(capture)
              .filter(
                  "(icmpv6.type == 135 || icmpv6.type == 136) && ipv6.hlim == 255"
                      + " && !_ws.malformed")
              .rows(
                  "frame.number",
                  "icmpv6.type",
                  "eth.src",
                  "ipv6.src",
                  "icmpv6.nd.ns.target_address",
                  "icmpv6.nd.na.target_address",
                  "icmpv6.nd.na.flag.r",
                  "icmpv6.nd.na.flag.s",
                  "icmpv6.nd.na.flag.o",
                  "icmpv6.opt.linkaddr")
              .stream()
              // tshark writes truth as numbers or as words, by its version
              .map(row -> String.join(" ", row).replace("True", "1").replace("False", "0"))
              .toList();
      List<String> ours =
          said(capture).stream()
              .filter(NeighbourMessage.class::isInstance)
              .map(message -> line((NeighbourMessage) message))
              .toList();
      assertThat(ours).as(capture.toString()).isEqualTo(theirs);
      messages += ours.size();
    }
    System.out.println("Neighbours: " + messages + " messages equal");
    assertThat(messages).isPositive();
  }

  private static String line(NeighbourMessage said) {
    boolean answer = said.advertisement();
    return String.join(
        " ",
        Long.toString(FrameId.number(said.frameId())),
        answer ? "136" : "135",
        mac(said.station()),
        said.sender().toString(),
        answer ? "" : said.target().toString(),
        answer ? said.target().toString() : "",
        answer ? flag(said.router()) : "",
        answer ? flag(said.solicited()) : "",
        answer ? flag(said.override()) : "",
        said.claims() ? mac(said.mac()) : "");
  }

  private static String mac(long mac) {
    return LinkMessage.macText(mac).replace('-', ':').toLowerCase(Locale.ROOT);
  }

  private static String flag(boolean set) {
    return set ? "1" : "0";
  }
}
