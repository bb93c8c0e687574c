package io.aegispcap.analysis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.aegispcap.analysis.Trace;
import io.aegispcap.analysis.feature.ReferenceFeatures.P;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.testkit.packet.Frames;
import io.aegispcap.testkit.packet.PacketBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeaturePropertyTests {
  private static final FeatureSchema SCHEMA = FeatureSchema.V1;

  /// Gaps in microseconds: within a burst, between bursts, beyond the activity timeout.
  private static final long[] GAPS = {0, 1, 90, 5_000, 700_000, 1_000_000, 1_000_001, 6_000_000};

  private static final int[] LENGTHS = {0, 0, 1, 63, 64, 400, 1379, 1380};

  /// Flag sets that do not close the flow, since a closed flow may be followed by another one.
  private static final int[] FLAGS = {0x10, 0x18, 0x38, 0x50, 0x90, 0x12, 0x02, 0x11};

  /// Turns one number into a packet that follows the others.
  private static P packet(int choice, List<P> before) {
    boolean first = before.isEmpty();
    long gap = first ? 0 : GAPS[choice & 7];
    boolean forward = first || (choice >> 3 & 1) == 0;
    int flags = FLAGS[choice >> 4 & 7];
    if (!forward && flags == 0x11) {
      flags = 0x10;
    }
    int payload = LENGTHS[choice >> 7 & 7];
    long seq = 1000L + (choice >> 10 & 0xfff);
    int window = (choice >> 20 & 3) * 20_000;
    int ttl = 60 + (choice >> 22 & 3);
    long micros = first ? 0 : before.getLast().micros() + gap;
    return new P(
        micros, forward, payload, 20, first ? 0x10 : flags, seq, window, ttl, 40 + payload);
  }

  private static PacketBuilder build(P packet) {
    PacketBuilder ip =
        packet.forward()
            ? Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").ttl(packet.ttl()).id(0).tcp(2000, 3000)
            : Frames.ethernet()
                .ipv4("10.0.0.2", "10.0.0.1")
                .ttl(packet.ttl())
                .id(0)
                .tcp(3000, 2000);
    return ip.flags(packet.flags())
        .seq(packet.seq())
        .window(packet.window())
        .payloadOf(packet.payload());
  }

  private static double[] compute(Flow flow) {
    double[] values = new double[SCHEMA.size()];
    SCHEMA.compute(flow, values);
    return values;
  }

  @Test
  void equalsTheSlowReferenceOnGeneratedPacketSequences() {
    qt().withExamples(300)
        .forAll(lists().of(integers().between(0, Integer.MAX_VALUE)).ofSizeBetween(1, 40))
        .checkAssert(FeaturePropertyTests::compare);
  }

  private static void compare(List<Integer> choices) {
    List<P> packets = new ArrayList<>();
    Trace trace = new Trace();
    for (int choice : choices) {
      P packet = packet(choice, packets);
      packets.add(packet);
      trace.frame(Trace.EPOCH + packet.micros() * 1000, build(packet).build());
    }
    List<double[]> flows = trace.run(FeaturePropertyTests::compute).flows();
    assertThat(flows).hasSize(1);
    Map<String, Double> expected = ReferenceFeatures.of(packets);
    for (int i = 0; i < SCHEMA.size(); i++) {
      String name = SCHEMA.features().get(i).name();
      Double reference = expected.get(name);
      if (reference != null) {
        double tolerance = 1e-9 * Math.max(1, Math.abs(reference)) + spread(name, expected);
        assertThat(flows.getFirst()[i]).as(name).isCloseTo(reference, within(tolerance));
      }
    }
  }

  /// Deviations lose digits in proportion to the size of what deviates.
  private static double spread(String name, Map<String, Double> expected) {
    return name.endsWith("_std") || name.endsWith("_var") || name.endsWith("_cv")
        ? 1e-6 * Math.max(1, expected.getOrDefault(name.replaceAll("_(std|var|cv)$", "_mean"), 1.0))
        : 0;
  }

  @Test
  void coversAllFeaturesButThoseWithTestsOfTheirOwn() {
    P one = new P(0, true, 1, 20, 0x10, 1, 1, 64, 41);
    List<String> missing = new ArrayList<>(SCHEMA.features().stream().map(Feature::name).toList());
    missing.removeAll(ReferenceFeatures.of(List.of(one)).keySet());

    assertThat(missing)
        .containsExactlyInAnyOrder(
            "fwd_entropy",
            "bwd_entropy",
            "bwd_ttl_min",
            "bwd_ttl_max",
            "burst_pkts_max",
            "icmp_errors",
            "duplicates",
            "backward_times",
            "syn_to_synack",
            "synack_to_ack");
  }
}
