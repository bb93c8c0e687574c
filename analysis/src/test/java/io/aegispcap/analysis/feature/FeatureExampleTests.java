package io.aegispcap.analysis.feature;

import static io.aegispcap.testkit.packet.PacketBuilder.ACK;
import static io.aegispcap.testkit.packet.PacketBuilder.FIN;
import static io.aegispcap.testkit.packet.PacketBuilder.PSH;
import static io.aegispcap.testkit.packet.PacketBuilder.SYN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aegispcap.analysis.Trace;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What CICFlowMeter is known to get wrong, and features the reference does not compute, by example.
class FeatureExampleTests {
  private static PacketBuilder forward(int... flags) {
    return Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").ttl(64).tcp(2000, 80).flags(flags);
  }

  private static PacketBuilder backward(int... flags) {
    return Frames.ethernet().ipv4("10.0.0.2", "10.0.0.1").ttl(57).tcp(80, 2000).flags(flags);
  }

  private static Map<String, Double> features(Flow flow) {
    double[] values = new double[FeatureSchema.V1.size()];
    FeatureSchema.V1.compute(flow, values);
    Map<String, Double> features = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      features.put(FeatureSchema.V1.features().get(i).name(), values[i]);
    }
    return features;
  }

  private static Map<String, Double> only(Trace trace) {
    List<Map<String, Double>> flows = trace.run(FeatureExampleTests::features).flows();
    assertThat(flows).hasSize(1);
    return flows.getFirst();
  }

  @Test
  void countsFlagsInTheDirectionThatSentThem() {
    Map<String, Double> flow =
        only(
            new Trace()
                .packet(0, forward(SYN).seq(1))
                .packet(0.1, backward(SYN, ACK).seq(1))
                .packet(0.2, forward(PSH, ACK).seq(2).payload("a"))
                .packet(0.3, backward(PSH, ACK).seq(2).payload("b"))
                .packet(0.4, backward(PSH, ACK).seq(3).payload("c"))
                .packet(0.5, backward(FIN, ACK).seq(4)));

    assertThat(flow).containsEntry("fwd_psh_flags", 1.0).containsEntry("bwd_psh_flags", 2.0);
    assertThat(flow).containsEntry("fwd_fin_flags", 0.0).containsEntry("bwd_fin_flags", 1.0);
    assertThat(flow).containsEntry("fin_flag_cnt", 1.0).containsEntry("syn_flag_cnt", 2.0);
  }

  @Test
  void doesNotRoundRatios() {
    Map<String, Double> flow =
        only(
            new Trace()
                .packet(0, forward(ACK).payloadOf(3))
                .packet(0.1, forward(ACK).payloadOf(3))
                .packet(3, backward(ACK).payloadOf(3)));

    assertThat(flow).containsEntry("down_up_ratio", 0.5);
    assertThat(flow).containsEntry("bursts", 2.0).containsEntry("subflow_bwd_pkts", 0.5);
    assertThat(flow).containsEntry("subflow_fwd_byts", 3.0).containsEntry("burst_pkts_max", 2.0);
  }

  @Test
  void countsAFlowThatHasNoGapOfASecondAsOneSubflow() {
    Map<String, Double> flow =
        only(new Trace().packet(0, forward(ACK).payloadOf(8)).packet(0.5, backward(ACK)));

    assertThat(flow).containsEntry("subflow_fwd_pkts", 1.0).containsEntry("subflow_fwd_byts", 8.0);
  }

  @Test
  void takesTheSideThatAskedForTheForwardOneWhenItsAnswerCameFirst() {
    Map<String, Double> flow =
        only(
            new Trace()
                .packet(0, backward(SYN, ACK).seq(1).window(111))
                .packet(0.1, forward(ACK).seq(1).window(222)));

    assertThat(flow).containsEntry("init_fwd_win_byts", 222.0);
    assertThat(flow).containsEntry("init_bwd_win_byts", 111.0);
  }

  @Test
  void takesTheBackwardWindowFromTheFirstBackwardPacketAlone() {
    Map<String, Double> flow =
        only(
            new Trace()
                .packet(0, forward(SYN).window(1000))
                .packet(0.1, backward(SYN, ACK).window(500))
                .packet(0.2, backward(ACK).window(0)));

    assertThat(flow).containsEntry("init_bwd_win_byts", 500.0).containsEntry("bwd_zero_win", 1.0);
    assertThat(flow).containsEntry("bwd_win_min", 0.0).containsEntry("bwd_win_max", 500.0);
  }

  @Test
  void leavesThePacketsAfterTheFirstFinInTheFlow() {
    Map<String, Double> flow =
        only(
            new Trace()
                .packet(0, forward(FIN, ACK).seq(5))
                .packet(0.1, backward(ACK).seq(9).payload("late"))
                .packet(0.2, backward(FIN, ACK).seq(13))
                .packet(0.3, forward(ACK).seq(6)));

    assertThat(flow).containsEntry("tot_fwd_pkts", 2.0).containsEntry("tot_bwd_pkts", 2.0);
  }

  @Test
  void averagesBulksOfFourPacketsAndMore() {
    Trace trace = new Trace();
    for (int i = 0; i < 5; i++) {
      trace.packet(i * 0.5, backward(ACK).seq(1 + i * 100).payloadOf(100));
    }
    Map<String, Double> flow = only(trace.packet(2.1, forward(ACK)));

    assertThat(flow).containsEntry("bwd_byts_b_avg", 500.0).containsEntry("bwd_pkts_b_avg", 5.0);
    assertThat(flow).containsEntry("bwd_blk_rate_avg", 250.0).containsEntry("fwd_pkts_b_avg", 0.0);
  }

  @Test
  void measuresTheRoundTripsOfTheHandshake() {
    Map<String, Double> flow =
        only(
            new Trace()
                .packet(0, forward(SYN).seq(1))
                .packet(0.02, backward(SYN, ACK).seq(1))
                .packet(0.025, forward(ACK).seq(2)));

    assertThat(flow).containsEntry("syn_to_synack", 20_000.0);
    assertThat(flow).containsEntry("synack_to_ack", 5_000.0);
  }

  @Test
  void measuresEntropyOfTheFirstPayloadAndTimesToLive() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    Map<String, Double> flow =
        only(
            new Trace()
                .packet(0, forward(ACK).seq(1).payload(all))
                .packet(1, backward(ACK).seq(1).payload("aabb")));

    assertThat(flow.get("fwd_entropy")).isCloseTo(8, within(1e-9));
    assertThat(flow.get("bwd_entropy")).isCloseTo(1, within(1e-9));
    assertThat(flow).containsEntry("fwd_ttl_min", 64.0).containsEntry("bwd_ttl_max", 57.0);
  }
}
