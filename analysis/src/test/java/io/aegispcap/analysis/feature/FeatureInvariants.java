package io.aegispcap.analysis.feature;

import io.aegispcap.analysis.flow.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What holds of the features of any flow.
public final class FeatureInvariants {
  private static final List<String> STATISTICS =
      List.of(
          "fwd_pkt_len",
          "bwd_pkt_len",
          "pkt_len",
          "flow_iat",
          "fwd_iat",
          "bwd_iat",
          "active",
          "idle");

  private final Map<String, Double> values = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  private FeatureInvariants(Flow flow) {
    double[] computed = new double[FeatureSchema.V1.size()];
    FeatureSchema.V1.compute(flow, computed);
    for (int i = 0; i < computed.length; i++) {
      values.put(FeatureSchema.V1.features().get(i).name(), computed[i]);
    }
  }

  /// The invariants that a flow breaks; none, when all is well.
  public static List<String> broken(Flow flow) {
    FeatureInvariants invariants = new FeatureInvariants(flow);
    invariants.numbers();
    invariants.counts(flow);
    invariants.statistics();
    invariants.times(flow);
    return invariants.broken;
  }

  private double of(String name) {
    return values.get(name);
  }

  private void holds(boolean condition, String text) {
    if (!condition) {
      broken.add(text);
    }
  }

  private void equal(double a, double b, String text) {
    holds(Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)), text + ": " + a + " is not " + b);
  }

  private void atMost(double a, double b, String text) {
    holds(a <= b + 1e-6 * Math.max(1, Math.abs(b)), text + ": " + a + " is more than " + b);
  }

  private double sum(String prefix, int classes) {
    return IntStream.range(0, classes).mapToDouble(i -> of(prefix + i)).sum();
  }

  private void numbers() {
    values.forEach(
        (name, value) -> {
          holds(Double.isFinite(value), name + " is " + value);
          holds(value >= 0 || name.matches("pkt\\d_len"), name + " is negative: " + value);
        });
    atMost(of("fwd_entropy"), 8, "fwd_entropy");
    atMost(of("bwd_entropy"), 8, "bwd_entropy");
    atMost(of("byte_ratio"), 1, "byte_ratio");
  }

  private void counts(Flow flow) {
    double packets = of("tot_fwd_pkts") + of("tot_bwd_pkts");
    equal(packets, flow.packets(), "packets of both directions");
    equal(sum("len_class", 8), packets, "packets by length");
    equal(sum("gap_class", 7), packets - 1, "gaps by length");
    equal(of("subflow_fwd_pkts") * of("bursts"), of("tot_fwd_pkts"), "packets of all bursts");
    atMost(of("burst_pkts_max"), packets, "longest burst");
    atMost(packets, of("burst_pkts_max") * of("bursts"), "packets in bursts");
    for (String flag : List.of("fin", "syn", "rst", "psh", "ack", "urg", "ece")) {
      atMost(of(flag + "_flag_cnt"), packets, flag);
    }
    for (String side : List.of("fwd", "bwd")) {
      atMost(of(side + "_act_data_pkts"), of("tot_" + side + "_pkts"), "data packets");
      double inside = of("totlen_" + side + "_pkts") + of(side + "_header_len");
      atMost(inside, of(side + "_ip_bytes"), side + " payload and headers within IP lengths");
    }
  }

  private void statistics() {
    for (String of : STATISTICS) {
      atMost(of(of + "_min"), of(of + "_mean"), of + " minimum and mean");
      atMost(of(of + "_mean"), of(of + "_max"), of + " mean and maximum");
      atMost(of(of + "_std"), of(of + "_max") - of(of + "_min"), of + " deviation and range");
    }
    equal(of("pkt_len_std") * of("pkt_len_std"), of("pkt_len_var"), "deviation and variance");
  }

  private void times(Flow flow) {
    equal(of("flow_duration"), (flow.end() - flow.start()) / 1e3, "duration");
    atMost(of("fwd_iat_tot"), of("flow_duration"), "forward gaps");
    atMost(of("bwd_iat_tot"), of("flow_duration"), "backward gaps");
    atMost(of("flow_iat_max"), of("flow_duration"), "longest gap");
    atMost(of("active_max"), of("flow_duration"), "longest active spell");
    atMost(of("idle_max"), of("flow_iat_max"), "longest idle spell");
  }
}
