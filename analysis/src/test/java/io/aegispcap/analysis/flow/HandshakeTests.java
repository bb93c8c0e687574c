package io.aegispcap.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.Trace;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Connection states by Zeek's meaning. A word is a packet: capitals from the originator, small
/// letters from the responder; S SYN, H SYN-ACK, A ACK, D data, F FIN, R RST.
class HandshakeTests {
  @ParameterizedTest
  @CsvSource({
    "S, S0",
    "S h A, S1",
    "S h A D d F, S2",
    "S h A D d f, S3",
    "S h A F f, SF",
    "S h A F f R, SF",
    "S r, REJ",
    "S h R, RSTO",
    "S h A D R, RSTO",
    "S h A D F R, RSTO",
    "S h A D r, RSTR",
    "S h A D d f r, RSTR",
    "S h A F r, RSTR",
    "S R, RSTOS0",
    "S F, SH",
    "S D F, SH",
    "h f, SHR",
    "h r, RSTRH",
    "D d, OTH",
    "D d F f, SF",
    "A, OTH",
    "S a, S0",
    "S d, OTH"
  })
  void namesTheState(String packets, String state) {
    Trace trace = new Trace();
    double time = 0;
    for (String packet : packets.split(" ")) {
      trace.packet(time += 0.01, packet(packet));
    }
    Set<String> states = new TreeSet<>(trace.run(flow -> flow.state().name()).flows());

    assertThat(states).containsExactly(state);
  }

  private static PacketBuilder packet(String word) {
    PacketBuilder packet =
        word.equals(word.toUpperCase(Locale.ROOT))
            ? Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").tcp(4000, 80)
            : Frames.ethernet().ipv4("10.0.0.2", "10.0.0.1").tcp(80, 4000);
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "S" -> packet.flags(PacketBuilder.SYN);
      case "H" -> packet.flags(PacketBuilder.SYN, PacketBuilder.ACK);
      case "D" -> packet.flags(PacketBuilder.ACK).payload("data");
      case "F" -> packet.flags(PacketBuilder.FIN, PacketBuilder.ACK);
      case "R" -> packet.flags(PacketBuilder.RST);
      default -> packet.flags(PacketBuilder.ACK);
    };
  }
}
