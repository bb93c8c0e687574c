package io.aegispcap.analysis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.aegispcap.analysis.slice.FrameSet;
import io.aegispcap.capture.file.LinkType;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.Window;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DissectorTests {
  private static final Path NIGHT =
      Path.of(System.getProperty("aegis.root"), "samples", "night.pcapng");

  @Test
  void saysWhatEachHeaderSays() {
    Dissection syn =
        dissect(
            Frames.ethernet()
                .vlan(10)
                .ipv4("10.0.0.1", "192.0.2.7")
                .ttl(61)
                .tcp(40_000, 443)
                .flags(PacketBuilder.SYN)
                .mss(1460)
                .build());
    assertThat(syn.layers())
        .extracting(Dissection.Layer::name)
        .containsExactly("Frame", "Ethernet", "802.1Q", "IPv4", "TCP");
    assertThat(field(syn, "802.1Q", "VLAN")).isEqualTo("10");
    assertThat(field(syn, "IPv4", "TTL")).isEqualTo("61");
    assertThat(field(syn, "TCP", "flags")).isEqualTo("SYN");
    assertThat(field(syn, "TCP", "maximum segment size")).isEqualTo("1460");
    assertThat(syn.summary()).isEqualTo("40000 → 443 [SYN], 0 bytes");
    assertThat(syn.source()).isEqualTo("10.0.0.1");
  }

  @Test
  void readsTheMessageInside() {
    byte[] request =
        "GET /a HTTP/1.1\r\nHost: example.org\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    Dissection http =
        dissect(
            Frames.ethernet()
                .ipv4("10.0.0.1", "192.0.2.7")
                .tcp(40_000, 80)
                .flags(PacketBuilder.PSH, PacketBuilder.ACK)
                .bytes(request)
                .build());
    assertThat(http.protocol()).isEqualTo("http");
    assertThat(http.layers().getLast().fields())
        .anySatisfy(field -> assertThat(field.value()).contains("example.org"));
  }

  @Test
  void dumpsBytesAsHexAndText() {
    HexDump dump = dissect("0123456789abcdef<b>\u0001".getBytes(StandardCharsets.UTF_8)).dump();
    assertThat(dump.rows())
        .containsExactly(
            new HexDump.Row(
                "0000", "30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66", "0123456789abcdef"),
            new HexDump.Row("0010", "3c 62 3e 01", "<b>."));
    assertThat(dissect(new byte[5000]).dump().left()).isEqualTo(5000 - HexDump.MOST);
  }

  @Test
  @Tag("property")
  void takesAnyBytesApart() {
    qt().withExamples(500)
        .forAll(
            lists().of(integers().between(0, 255)).ofSizeBetween(0, 120), integers().between(0, 7))
        .check(
            (numbers, kind) -> {
              byte[] bytes = new byte[numbers.size()];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] = numbers.get(i).byteValue();
              }
              return !dissect(behind(bytes, kind)).layers().isEmpty();
            });
  }

  /// The bytes alone, or as what is inside a whole packet to a port of a known protocol.
  private static byte[] behind(byte[] bytes, int kind) {
    return switch (kind) {
      case 0 -> bytes;
      case 1 -> Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").udp(5353, 53).bytes(bytes).build();
      case 2 -> Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").udp(68, 67).bytes(bytes).build();
      case 3 -> Frames.ethernet().ipv6("fe80::1", "fe80::2").udp(4000, 443).bytes(bytes).build();
      case 4 -> Frames.ethernet().ipv6("fe80::1", "fe80::2").tcp(4000, 443).bytes(bytes).build();
      case 5 -> Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").tcp(22, 4000).bytes(bytes).build();
      case 6 -> Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").icmp(3, 1).bytes(bytes).build();
      default -> Frames.ethernet().bytes(bytes).build();
    };
  }

  @Test
  void findsFramesByTheirNumbersInACapture() throws IOException {
    FrameSet wanted = new FrameSet();
    LongStream.of(1, 409, 6112, 1_000_000).forEach(number -> wanted.add(FrameId.of(0, number)));
    List<Dissection> found = FrameReading.dissect(NIGHT, wanted, ReadOptions.DEFAULT);
    assertThat(found).extracting(Dissection::number).containsExactly(1L, 409L, 6112L);
    assertThat(found.getLast().protocol()).isEqualTo("dns");
    assertThat(found.getLast().layers().getLast().fields())
        .anySatisfy(field -> assertThat(field.value()).contains("cdn-metrics.example"));
  }

  private static Dissection dissect(byte[] frame) {
    Packet packet = new Packet();
    packet.frame(
        new Window(frame, () -> {}), 0, frame.length, frame.length, 0, LinkType.ETHERNET, 0, 1);
    return new Dissector().dissect(packet);
  }

  private static String field(Dissection packet, String layer, String name) {
    return packet.layers().stream()
        .filter(found -> found.name().equals(layer))
        .flatMap(found -> found.fields().stream())
        .filter(field -> field.name().equals(name))
        .map(Dissection.Field::value)
        .findFirst()
        .orElseThrow();
  }
}
