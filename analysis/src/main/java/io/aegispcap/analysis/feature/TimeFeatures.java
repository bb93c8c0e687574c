package io.aegispcap.analysis.feature;

import static io.aegispcap.analysis.feature.VolumeFeatures.ratio;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowSide;
import io.aegispcap.analysis.flow.Rhythm;
import java.util.List;

/// Durations, gaps between packets, rates, active and idle spells. Times are microseconds, rates
/// per second; a rate of a flow without duration is 0. A bulk is a run of four or more packets with
/// payload that the other side's payload does not interrupt, with gaps of at most 1 s.
final class TimeFeatures implements FeatureGroup {
  private static final List<Feature> FEATURES =
      Feature.table(
          """
          flow_duration    | us      | CICFlowMeter 4 | From first to last packet
          flow_byts_s      | bytes/s | CICFlowMeter 4 | Payload per second
          flow_pkts_s      | 1/s     | CICFlowMeter 4 | Packets per second
          fwd_pkts_s       | 1/s     | CICFlowMeter 4 | Forward packets per second
          bwd_pkts_s       | 1/s     | CICFlowMeter 4 | Backward packets per second
          flow_iat_mean    | us      | CICFlowMeter 4 | Mean gap between packets
          flow_iat_std     | us      | CICFlowMeter 4 | Sample deviation of gaps; 0 below two gaps
          flow_iat_max     | us      | CICFlowMeter 4 | Longest gap
          flow_iat_min     | us      | CICFlowMeter 4 | Shortest gap
          fwd_iat_tot      | us      | CICFlowMeter 4 | From first to last forward packet
          fwd_iat_mean     | us      | CICFlowMeter 4 | Mean gap between forward packets
          fwd_iat_std      | us      | CICFlowMeter 4 | Sample deviation of forward gaps; 0 below two
          fwd_iat_max      | us      | CICFlowMeter 4 | Longest forward gap
          fwd_iat_min      | us      | CICFlowMeter 4 | Shortest forward gap
          bwd_iat_tot      | us      | CICFlowMeter 4 | From first to last backward packet
          bwd_iat_mean     | us      | CICFlowMeter 4 | Mean gap between backward packets
          bwd_iat_std      | us      | CICFlowMeter 4 | Sample deviation of backward gaps; 0 below two
          bwd_iat_max      | us      | CICFlowMeter 4 | Longest backward gap
          bwd_iat_min      | us      | CICFlowMeter 4 | Shortest backward gap
          active_mean      | us      | CICFlowMeter 4 | Mean spell without a gap of more than 5 s
          active_std       | us      | CICFlowMeter 4 | Sample deviation of active spells; 0 below two
          active_max       | us      | CICFlowMeter 4 | Longest active spell
          active_min       | us      | CICFlowMeter 4 | Shortest active spell
          idle_mean        | us      | CICFlowMeter 4 | Mean gap of those of more than 5 s; 0 without
          idle_std         | us      | CICFlowMeter 4 | Sample deviation of such gaps; 0 below two
          idle_max         | us      | CICFlowMeter 4 | Longest such gap
          idle_min         | us      | CICFlowMeter 4 | Shortest such gap
          fwd_byts_b_avg   | bytes   | CICFlowMeter 4 | Payload per forward bulk (four or more packets with payload, gaps up to 1 s, not interrupted); 0 without
          fwd_pkts_b_avg   | packets | CICFlowMeter 4 | Packets per forward bulk
          fwd_blk_rate_avg | bytes/s | CICFlowMeter 4 | Payload per second of forward bulks
          bwd_byts_b_avg   | bytes   | CICFlowMeter 4 | Payload per backward bulk; 0 without
          bwd_pkts_b_avg   | packets | CICFlowMeter 4 | Packets per backward bulk
          bwd_blk_rate_avg | bytes/s | CICFlowMeter 4 | Payload per second of backward bulks
          """);

  @Override
  public List<Feature> features() {
    return FEATURES;
  }

  @Override
  public void compute(Flow flow, double[] values, int from) {
    int i = from;
    FlowSide forward = flow.forward();
    FlowSide backward = flow.backward();
    Rhythm rhythm = flow.rhythm();
    values[i++] = flow.duration() / 1e3;
    values[i++] = rate(flow, flow.payloadBytes());
    values[i++] = rate(flow, flow.packets());
    values[i++] = rate(flow, forward.packets());
    values[i++] = rate(flow, backward.packets());
    values[i++] = rhythm.gaps().mean();
    values[i++] = rhythm.gaps().deviation();
    values[i++] = rhythm.gaps().maximum();
    values[i++] = rhythm.gaps().minimum();
    values[i++] = forward.gaps().sum();
    values[i++] = forward.gaps().mean();
    values[i++] = forward.gaps().deviation();
    values[i++] = forward.gaps().maximum();
    values[i++] = forward.gaps().minimum();
    values[i++] = backward.gaps().sum();
    values[i++] = backward.gaps().mean();
    values[i++] = backward.gaps().deviation();
    values[i++] = backward.gaps().maximum();
    values[i++] = backward.gaps().minimum();
    values[i++] = rhythm.active().mean();
    values[i++] = rhythm.active().deviation();
    values[i++] = rhythm.active().maximum();
    values[i++] = rhythm.active().minimum();
    values[i++] = rhythm.idle().mean();
    values[i++] = rhythm.idle().deviation();
    values[i++] = rhythm.idle().maximum();
    values[i++] = rhythm.idle().minimum();
    values[i++] = ratio(forward.bulkBytes(), forward.bulks());
    values[i++] = ratio(forward.bulkPackets(), forward.bulks());
    values[i++] = bulkRate(forward);
    values[i++] = ratio(backward.bulkBytes(), backward.bulks());
    values[i++] = ratio(backward.bulkPackets(), backward.bulks());
    values[i++] = bulkRate(backward);
  }

  private static double rate(Flow flow, double amount) {
    return ratio(amount, flow.duration() / 1e9);
  }

  private static double bulkRate(FlowSide side) {
    return ratio(side.bulkBytes(), side.bulkNanos() / 1e9);
  }
}
