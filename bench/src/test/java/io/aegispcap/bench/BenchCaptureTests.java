package io.aegispcap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCaptureTests {
  @TempDir Path folder;

  private PacketList built(String name, String... more) throws IOException {
    byte[] tcp = Frames.ipv4(0xc0a8_0105, 0x0808_0404, 6, 1024, Frames.data(40));
    byte[] udp = Frames.ipv4(0xc0a8_0105, 0x0808_0808, 17, 1025, Frames.data(20));
    Files.write(folder.resolve("a.pcap"), Frames.pcap(List.of(tcp, tcp, tcp, udp)));
    Files.write(folder.resolve("b.pcap"), Frames.pcap(List.of(udp, udp)));
    Files.writeString(folder.resolve("text.pcap"), "not a capture");
    Files.writeString(
        folder.resolve("MANIFEST.tsv"), "split\tpath\nx\ta.pcap\nx\tb.pcap\nx\ttext.pcap\n");
    Path output = folder.resolve(name);
    String[] start = {"--corpus", folder.toString(), "--output", output.toString()};
    String[] args = new String[start.length + more.length];
    System.arraycopy(start, 0, args, 0, start.length);
    System.arraycopy(more, 0, args, start.length, more.length);
    BenchCapture.main(args);
    return PcapSource.read(Files.readAllBytes(output)).orElseThrow();
  }

  @Test
  void writesAsManyPacketsAsAskedInOrderOfTime() throws IOException {
    PacketList packets = built("out.pcap", "--packets", "5000", "--window", "60");
    assertThat(packets.size()).isEqualTo(5000);
    for (int i = 1; i < packets.size(); i++) {
      assertThat(packets.micros(i)).isGreaterThanOrEqualTo(packets.micros(i - 1));
    }
  }

  @Test
  void writesTheSameBytesForTheSameSeed() throws IOException {
    PacketList one = built("one.pcap", "--packets", "900", "--seed", "5");
    PacketList same = built("same.pcap", "--packets", "900", "--seed", "5");
    PacketList other = built("other.pcap", "--packets", "900", "--seed", "6");
    assertThat(one.bytes()).isEqualTo(same.bytes()).isNotEqualTo(other.bytes());
  }

  @Test
  void keepsFlowsOfDifferentCopiesApart() throws IOException {
    built("out.pcap", "--packets", "3000", "--window", "60");
    String facts = Files.readString(folder.resolve("out.pcap.facts"));
    Map<String, String> values =
        facts
            .lines()
            .map(line -> line.split("\t"))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    // Each copy of a.pcap holds two flows in four packets, each of b.pcap one in two.
    assertThat(Integer.parseInt(values.get("five_tuples"))).isEqualTo(1500);
    assertThat(values).containsEntry("captures_used", "2").containsEntry("captures_skipped", "1");
  }

  @Test
  void repeatsTheTraceOneWindowLater() throws IOException {
    PacketList packets = built("out.pcap", "--packets", "100", "--window", "60", "--repeat", "3");
    assertThat(packets.size()).isEqualTo(300);
    for (int i = 0; i < 200; i++) {
      assertThat(packets.micros(i + 100)).isEqualTo(packets.micros(i) + 60_000_000);
    }
  }

  @Test
  void shiftsAllTimes() throws IOException {
    long plain = built("plain.pcap", "--packets", "10").micros(0);
    long shifted = built("shifted.pcap", "--packets", "10", "--shift", "7.5").micros(0);
    assertThat(shifted - plain).isEqualTo(7_500_000);
  }

  @Test
  void refusesOptionsItDoesNotKnow() {
    String[] args = {"--output", "x", "--corpus", "y", "--speed", "1"};
    assertThatThrownBy(() -> BenchOptions.parse(args, Map.of())).hasMessageContaining("--speed");
  }

  @Test
  void refusesScaleOutOfRange() {
    String[] args = {"--output", "x", "--corpus", "y", "--scale", "NaN"};
    assertThatThrownBy(() -> BenchOptions.parse(args, Map.of())).hasMessageContaining("--scale");
  }

  @Test
  void refusesToGuessTheCorpus() {
    String[] args = {"--output", "x"};
    assertThatThrownBy(() -> BenchOptions.parse(args, Map.of()))
        .hasMessageContaining("AEGIS_CORPUS");
  }
}
