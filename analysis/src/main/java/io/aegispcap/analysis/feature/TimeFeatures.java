package io.aegispcap.analysis.feature;

import static io.aegispcap.analysis.feature.VolumeFeatures.ratio;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowSide;
import io.aegispcap.analysis.flow.Moments;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Durations, gaps between packets, rates, active and idle spells. Times are microseconds, rates per
/// second; a rate of a flow without duration is 0.
final class TimeFeatures {
  private static final String CIC = "CICFlowMeter 4";

  static final List<Feature> ALL =
      List.of(
          cic("flow_duration", "us", "From first to last packet", f -> f.duration() / 1e3),
          cic("flow_byts_s", "bytes/s", "Payload per second", f -> rate(f, f.payloadBytes())),
          cic("flow_pkts_s", "1/s", "Packets per second", f -> rate(f, f.packets())),
          cic("fwd_pkts_s", "1/s", "Forward packets per second", f -> rate(f, f.forward().packets())),
          cic("bwd_pkts_s", "1/s", "Backward packets per second", f -> rate(f, f.backward().packets())),
          cic("flow_iat_mean", "us", "Mean gap between packets", f -> gaps(f).mean()),
          cic("flow_iat_std", "us", "Sample deviation of gaps; 0 below two gaps", f -> gaps(f).deviation()),
          cic("flow_iat_max", "us", "Longest gap", f -> gaps(f).maximum()),
          cic("flow_iat_min", "us", "Shortest gap", f -> gaps(f).minimum()),
          cic("fwd_iat_tot", "us", "From first to last forward packet", f -> f.forward().gaps().sum()),
          cic("fwd_iat_mean", "us", "Mean gap between forward packets", f -> f.forward().gaps().mean()),
          cic("fwd_iat_std", "us", "Sample deviation of forward gaps; 0 below two", f -> f.forward().gaps().deviation()),
          cic("fwd_iat_max", "us", "Longest forward gap", f -> f.forward().gaps().maximum()),
          cic("fwd_iat_min", "us", "Shortest forward gap", f -> f.forward().gaps().minimum()),
          cic("bwd_iat_tot", "us", "From first to last backward packet", f -> f.backward().gaps().sum()),
          cic("bwd_iat_mean", "us", "Mean gap between backward packets", f -> f.backward().gaps().mean()),
          cic("bwd_iat_std", "us", "Sample deviation of backward gaps; 0 below two", f -> f.backward().gaps().deviation()),
          cic("bwd_iat_max", "us", "Longest backward gap", f -> f.backward().gaps().maximum()),
          cic("bwd_iat_min", "us", "Shortest backward gap", f -> f.backward().gaps().minimum()),
          cic("active_mean", "us", "Mean spell without a gap of more than 5 s", f -> f.rhythm().active().mean()),
          cic("active_std", "us", "Sample deviation of active spells; 0 below two", f -> f.rhythm().active().deviation()),
          cic("active_max", "us", "Longest active spell", f -> f.rhythm().active().maximum()),
          cic("active_min", "us", "Shortest active spell", f -> f.rhythm().active().minimum()),
          cic("idle_mean", "us", "Mean gap of those of more than 5 s; 0 without", f -> f.rhythm().idle().mean()),
          cic("idle_std", "us", "Sample deviation of such gaps; 0 below two", f -> f.rhythm().idle().deviation()),
          cic("idle_max", "us", "Longest such gap", f -> f.rhythm().idle().maximum()),
          cic("idle_min", "us", "Shortest such gap", f -> f.rhythm().idle().minimum()),
          cic("fwd_byts_b_avg", "bytes", "Payload per forward bulk (four or more packets with payload, gaps up to 1 s, not interrupted); 0 without", f -> ratio(f.forward().bulkBytes(), f.forward().bulks())),
          cic("fwd_pkts_b_avg", "packets", "Packets per forward bulk", f -> ratio(f.forward().bulkPackets(), f.forward().bulks())),
          cic("fwd_blk_rate_avg", "bytes/s", "Payload per second of forward bulks", f -> bulkRate(f.forward())),
          cic("bwd_byts_b_avg", "bytes", "Payload per backward bulk; 0 without", f -> ratio(f.backward().bulkBytes(), f.backward().bulks())),
          cic("bwd_pkts_b_avg", "packets", "Packets per backward bulk", f -> ratio(f.backward().bulkPackets(), f.backward().bulks())),
          cic("bwd_blk_rate_avg", "bytes/s", "Payload per second of backward bulks", f -> bulkRate(f.backward())));

  private TimeFeatures() {}

  private static Feature cic(String name, String unit, String text, ToDoubleFunction<Flow> compute) {
    return new Feature(name, unit, text, CIC, compute);
  }

  private static Moments gaps(Flow flow) {
    return flow.rhythm().gaps();
  }

  private static double rate(Flow flow, double amount) {
    return ratio(amount, flow.duration() / 1e9);
  }

  private static double bulkRate(FlowSide side) {
    return ratio(side.bulkBytes(), side.bulkNanos() / 1e9);
  }
}
