package io.aegispcap.analysis.flow;

import static io.aegispcap.testkit.packet.PacketBuilder.ACK;
import static io.aegispcap.testkit.packet.PacketBuilder.FIN;
import static io.aegispcap.testkit.packet.PacketBuilder.RST;
import static io.aegispcap.testkit.packet.PacketBuilder.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.Trace;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.analysis.pipeline.RunResult;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.Outcome;
import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowTableTests {
  private static final String CLIENT = "10.0.0.1";
  private static final String SERVER = "192.0.2.80";

  private static PacketBuilder forward(int... flags) {
    return Frames.ethernet().ipv4(CLIENT, SERVER).tcp(40_000, 80).flags(flags);
  }

  private static PacketBuilder backward(int... flags) {
    return Frames.ethernet().ipv4(SERVER, CLIENT).tcp(80, 40_000).flags(flags);
  }

  private static String line(Flow flow) {
    return "%s:%d>%s:%d %d/%d %s %s%s"
        .formatted(
            flow.source(),
            flow.sourcePort(),
            flow.destination(),
            flow.destinationPort(),
            flow.forward().packets(),
            flow.backward().packets(),
            flow.state(),
            flow.endReason(),
            flow.inferred() ? " inferred" : "");
  }

  private static List<String> flows(Trace trace) {
    return trace.run(FlowTableTests::line).flows();
  }

  @Test
  void takesBothDirectionsForOneFlow() {
    Trace trace =
        new Trace()
            .packet(0, forward(SYN).seq(10))
            .packet(0.01, backward(SYN, ACK).seq(50).ack(11))
            .packet(0.02, forward(ACK).seq(11).ack(51).payload("hello"))
            .packet(0.03, backward(ACK).seq(51).ack(16).payload("hi"));

    assertThat(flows(trace)).containsExactly("10.0.0.1:40000>192.0.2.80:80 2/2 S1 FORCED_END");
  }

  @Test
  void endsWithFinBothWaysAndGraceForLatePackets() {
    Trace trace =
        new Trace()
            .packet(0, forward(SYN).seq(10))
            .packet(1, backward(SYN, ACK).seq(50))
            .packet(2, forward(FIN, ACK).seq(11))
            .packet(3, backward(FIN, ACK).seq(51))
            .packet(4, forward(ACK).seq(12))
            .packet(8, forward(ACK).seq(12));

    assertThat(flows(trace)).containsExactly("10.0.0.1:40000>192.0.2.80:80 4/2 SF END_OF_FLOW");
  }

  @Test
  void opensAnotherFlowWhenThePortsAreUsedAgainAfterTheClose() {
    Trace trace =
        new Trace()
            .packet(0, forward(SYN).seq(10))
            .packet(1, backward(RST, ACK).seq(0))
            .packet(1.5, forward(SYN).seq(900));

    assertThat(flows(trace))
        .containsExactlyInAnyOrder(
            "10.0.0.1:40000>192.0.2.80:80 1/1 REJ END_OF_FLOW",
            "10.0.0.1:40000>192.0.2.80:80 1/0 S0 FORCED_END");
  }

  @Test
  void keepsASynSentAgainInItsFlow() {
    Trace trace = new Trace().packet(0, forward(SYN).seq(10)).packet(3, forward(SYN).seq(10));

    assertThat(flows(trace)).containsExactly("10.0.0.1:40000>192.0.2.80:80 2/0 S0 FORCED_END");
  }

  @Test
  void endsIdleFlowsAfterTheTimeoutOfTheirProtocol() {
    PacketBuilder query = Frames.ethernet().ipv4(CLIENT, SERVER).udp(5000, 6000).payload("x");
    Trace trace =
        new Trace()
            .flows(FlowOptions.defaults().withIdle(Duration.ofSeconds(10)))
            .packet(0, query)
            .packet(10, query)
            .packet(20.5, query);

    assertThat(flows(trace))
        .containsExactlyInAnyOrder(
            "10.0.0.1:5000>192.0.2.80:6000 2/0 S0 IDLE_TIMEOUT",
            "10.0.0.1:5000>192.0.2.80:6000 1/0 S0 FORCED_END");
  }

  @Test
  void cutsLongFlowsAndKeepsTheirDirection() {
    Trace trace =
        new Trace()
            .flows(FlowOptions.defaults().withActive(Duration.ofSeconds(60)))
            .packet(0, forward(SYN).seq(10))
            .packet(50, backward(SYN, ACK).seq(50))
            .packet(100, backward(ACK).seq(51).payload("late"));

    assertThat(flows(trace))
        .containsExactlyInAnyOrder(
            "10.0.0.1:40000>192.0.2.80:80 1/1 S1 ACTIVE_TIMEOUT",
            "10.0.0.1:40000>192.0.2.80:80 0/1 OTH FORCED_END");
  }

  @Test
  void infersTheDirectionWhenTheRequestLiesBeforeTheCapture() {
    byte[] answer = {0, 1, (byte) 0x81, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0};
    Trace trace =
        new Trace()
            .packet(0, backward(SYN, ACK).seq(1))
            .packet(0, Frames.ethernet().ipv4(SERVER, CLIENT).udp(53, 3333).payload(answer))
            .packet(0, Frames.ethernet().ipv4(SERVER, CLIENT).icmp(0, 0));

    assertThat(flows(trace))
        .containsExactlyInAnyOrder(
            "10.0.0.1:40000>192.0.2.80:80 0/1 OTH FORCED_END inferred",
            "10.0.0.1:3333>192.0.2.80:53 0/1 SHR FORCED_END inferred",
            "10.0.0.1:8>192.0.2.80:0 0/1 SHR FORCED_END inferred");
  }

  @Test
  void takesAScanFromPort53ForWhatItIs() {
    byte[] noAnswer = new byte[12];
    Trace trace =
        new Trace()
            .packet(0, Frames.ethernet().ipv4(CLIENT, SERVER).tcp(53, 8080).flags(SYN))
            .packet(0, Frames.ethernet().ipv4(CLIENT, SERVER).udp(53, 9000).payload(noAnswer));

    assertThat(flows(trace))
        .containsExactlyInAnyOrder(
            "10.0.0.1:53>192.0.2.80:8080 1/0 S0 FORCED_END",
            "10.0.0.1:53>192.0.2.80:9000 1/0 S0 FORCED_END");
  }

  @Test
  void keepsTenantsWithTheSameAddressesApartByVlan() {
    assertThat(flows(tenants())).hasSize(2);
    assertThat(flows(tenants().flows(FlowOptions.defaults().withVlanKey(VlanKey.NEVER))))
        .hasSize(1);
  }

  private static Trace tenants() {
    return new Trace()
        .packet(0, Frames.ethernet().vlan(10).ipv4(CLIENT, SERVER).udp(5000, 6000))
        .packet(1, Frames.ethernet().vlan(20).ipv4(CLIENT, SERVER).udp(5000, 6000))
        .packet(2, Frames.ethernet().vlan(10).ipv4(CLIENT, SERVER).udp(5000, 6000));
  }

  @Test
  void joinsDirectionsThatAreTaggedDifferently() {
    Trace trace =
        new Trace()
            .packet(0, Frames.ethernet().vlan(10).ipv4(CLIENT, SERVER).udp(5000, 6000))
            .packet(1, Frames.ethernet().ipv4(SERVER, CLIENT).udp(6000, 5000))
            .packet(2, Frames.ethernet().vlan(10).ipv4(CLIENT, SERVER).udp(5000, 6000));

    assertThat(flows(trace)).containsExactly("10.0.0.1:5000>192.0.2.80:6000 2/1 SF FORCED_END");
    FlowOptions always = FlowOptions.defaults().withVlanKey(VlanKey.ALWAYS);
    assertThat(flows(trace.flows(always))).hasSize(2);
  }

  @Test
  void endsTheIdlestFlowsWhenTheTableIsFull() {
    Trace trace = new Trace().flows(FlowOptions.defaults().withMaxFlows(64));
    for (int i = 0; i < 1000; i++) {
      trace.packet(i / 100.0, Frames.ethernet().ipv4(CLIENT, SERVER).udp(1024 + i, 6000));
    }

    Trace.Run<EndReason> run = trace.run(Flow::endReason);

    assertThat(run.flows()).hasSize(1000);
    assertThat(run.result().ended().get(EndReason.LACK_OF_RESOURCES)).isGreaterThan(900);
  }

  @Test
  void toleratesAndCountsTimesThatRunBackwards() {
    Trace trace =
        new Trace()
            .packet(10, forward(SYN).seq(1))
            .packet(9, backward(SYN, ACK).seq(2))
            .packet(11, forward(ACK).seq(2));

    Trace.Run<Long> run = trace.run(Flow::backwardTimes);
    assertThat(run.flows()).containsExactly(1L);
    assertThat(trace.run(Flow::duration).flows()).containsExactly(1_000_000_000L);
  }

  @Test
  void countsPacketsThatWereCapturedTwice() {
    Trace trace =
        new Trace()
            .packet(0, forward(ACK).seq(5).payload("abc"))
            .packet(0, forward(ACK).seq(5).payload("abc"))
            .packet(1, forward(ACK).seq(5).payload("abc"));
    Trace mirrored =
        new Trace()
            .packet(0, Frames.ethernet().ipv4(CLIENT, SERVER).id(7).udp(5000, 6000).payload("q"))
            .packet(0, Frames.ethernet().ipv4(CLIENT, SERVER).id(7).udp(5000, 6000).payload("q"))
            .packet(1, Frames.ethernet().ipv4(CLIENT, SERVER).id(8).udp(5000, 6000).payload("q"));

    assertThat(mirrored.run(flow -> flow.forward().duplicates()).flows()).containsExactly(1L);
    assertThat(
            trace
                .run(flow -> flow.forward().duplicates() + flow.forward().retransmissions())
                .flows())
        .containsExactly(2L);
  }

  /// Some tools number all that they send alike.
  @Test
  void tellsDatagramsApartThatAreNumberedAlike() {
    Trace alike =
        new Trace()
            .packet(0, Frames.ethernet().ipv4(CLIENT, SERVER).id(1).udp(5000, 6000).payload("q1"))
            .packet(0, Frames.ethernet().ipv4(CLIENT, SERVER).id(1).udp(5000, 6000).payload("q2"));
    assertThat(alike.run(flow -> flow.forward().duplicates()).flows()).containsExactly(0L);
  }

  @Test
  void notesIcmpErrorsOnTheFlowTheyQuote() {
    PacketBuilder query =
        Frames.ethernet().ipv4(CLIENT, SERVER).udp(5000, 6000).payload("question");
    Trace trace =
        new Trace()
            .packet(0, query)
            .packet(1, Frames.ethernet().ipv4("10.9.9.9", CLIENT).icmp(3, 1).quoting(query, 28));

    Trace.Run<String> run = trace.run(flow -> flow.protocol() + " " + flow.icmpErrors());

    assertThat(run.flows()).containsExactlyInAnyOrder("17 1", "1 0");
  }

  @Test
  void accountsForEveryPacket() {
    Trace trace =
        new Trace()
            .packet(0, forward(SYN))
            .frame(Trace.EPOCH, new byte[60])
            .frame(Trace.EPOCH, new byte[3]);

    Trace.Run<Long> run = trace.run(Flow::packets);

    assertThat(run.result().packets()).isEqualTo(3);
    assertThat(run.result().outcomes().getFirst().get(Outcome.FLOW)).isEqualTo(1);
    long counted = run.result().outcomes().getFirst().values().stream().mapToLong(n -> n).sum();
    assertThat(counted).isEqualTo(3);
  }

  @Test
  void endsNothingElseForOneTimeFarAhead() {
    PacketBuilder other = Frames.ethernet().ipv4("10.0.0.9", SERVER).udp(5000, 6000).payload("x");
    Trace trace = new Trace();
    for (int i = 0; i < 3000; i++) {
      trace.packet(i / 100.0, i == 1023 ? forward(ACK) : other);
      if (i == 1023) {
        trace.packet(1e6, Frames.ethernet().ipv4("10.0.0.8", SERVER).udp(7, 8));
      }
    }

    assertThat(flows(trace))
        .contains("10.0.0.9:5000>192.0.2.80:6000 2999/0 S0 FORCED_END")
        .hasSize(3);
  }

  @Test
  void endsIdleFlowsThoughOneLiesAhead() {
    PacketBuilder once = Frames.ethernet().ipv4("10.0.0.7", SERVER).udp(7, 8);
    PacketBuilder other = Frames.ethernet().ipv4("10.0.0.9", SERVER).udp(5000, 6000);
    Trace trace = new Trace().packet(1e6, once).packet(0, forward(ACK)).packet(0, once);
    for (int i = 0; i < 5000; i++) {
      trace.packet(i / 10.0, other);
    }

    assertThat(flows(trace))
        .contains(
            "10.0.0.7:7>192.0.2.80:8 1/0 S0 IDLE_TIMEOUT",
            "10.0.0.1:40000>192.0.2.80:80 1/0 OTH IDLE_TIMEOUT");
  }

  @Test
  void givesFragmentsTheirFirstFragmentsPorts() {
    Trace trace = new Trace();
    PacketBuilder datagram =
        Frames.ethernet().ipv4(CLIENT, SERVER).id(9).udp(5000, 6000).payloadOf(100);
    List<byte[]> fragments = datagram.fragments(40);
    for (byte[] fragment : fragments.reversed()) {
      trace.frame(Trace.EPOCH, fragment);
    }

    assertThat(flows(trace))
        .containsExactly("10.0.0.1:5000>192.0.2.80:6000 " + fragments.size() + "/0 S0 FORCED_END");
  }

  @Test
  void opensTunnelsUnlessToldNotTo() {
    PacketBuilder inner =
        Frames.ethernet().ipv4("198.51.100.1", "198.51.100.2").gre().ipv4(CLIENT, SERVER).udp(1, 2);
    DecodeOptions closed = DecodeOptions.DEFAULT.withoutDecapsulation();

    assertThat(flows(new Trace().packet(0, inner)))
        .containsExactly("10.0.0.1:1>192.0.2.80:2 1/0 S0 FORCED_END");
    assertThat(flows(new Trace().packet(0, inner).decode(closed)))
        .containsExactly("198.51.100.1:0>198.51.100.2:0 1/0 S0 FORCED_END");
  }

  @Test
  void countsAnUnsupportedLinkType() throws IOException {
    byte[] capture = PcapBuilder.pcap().linkType(220).frame(Trace.EPOCH, new byte[40]).build();
    try (CaptureFile file =
        Captures.open(
            "usb", Channels.newChannel(new ByteArrayInputStream(capture)), ReadOptions.DEFAULT)) {
      RunResult result = new Engine(EngineOptions.defaults()).run(file);

      assertThat(result.flows()).isZero();
      assertThat(result.outcomes()).containsExactly(Map.of(Outcome.UNSUPPORTED_LINK_TYPE, 1L));
      assertThat(file.captures().getFirst().framesByLinkType()).containsEntry(220, 1L);
    }
  }
}
