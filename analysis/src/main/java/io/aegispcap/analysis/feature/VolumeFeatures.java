package io.aegispcap.analysis.feature;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowSide;
import io.aegispcap.analysis.flow.LengthMoments;
import java.util.List;

/// Packets and bytes. Packet lengths are transport payload bytes on the wire, as CICFlowMeter's.
final class VolumeFeatures implements FeatureGroup {
  private static final List<Feature> FEATURES =
      Feature.table(
          """
          tot_fwd_pkts      | packets | CICFlowMeter 4 | Packets sent forward
          tot_bwd_pkts      | packets | CICFlowMeter 4 | Packets sent backward
          totlen_fwd_pkts   | bytes   | CICFlowMeter 4 | Payload sent forward
          totlen_bwd_pkts   | bytes   | CICFlowMeter 4 | Payload sent backward
          fwd_pkt_len_max   | bytes   | CICFlowMeter 4 | Longest forward payload
          fwd_pkt_len_min   | bytes   | CICFlowMeter 4 | Shortest forward payload
          fwd_pkt_len_mean  | bytes   | CICFlowMeter 4 | Mean forward payload; 0 without packets
          fwd_pkt_len_std   | bytes   | CICFlowMeter 4 | Sample deviation of forward payloads; 0 below two packets
          bwd_pkt_len_max   | bytes   | CICFlowMeter 4 | Longest backward payload
          bwd_pkt_len_min   | bytes   | CICFlowMeter 4 | Shortest backward payload
          bwd_pkt_len_mean  | bytes   | CICFlowMeter 4 | Mean backward payload; 0 without packets
          bwd_pkt_len_std   | bytes   | CICFlowMeter 4 | Sample deviation of backward payloads; 0 below two packets
          pkt_len_min       | bytes   | CICFlowMeter 4 | Shortest payload of either direction
          pkt_len_max       | bytes   | CICFlowMeter 4 | Longest payload of either direction
          pkt_len_mean      | bytes   | CICFlowMeter 4 | Mean payload of all packets
          pkt_len_std       | bytes   | CICFlowMeter 4 | Sample deviation of all payloads; 0 below two packets
          pkt_len_var       | bytes^2 | CICFlowMeter 4 | Sample variance of all payloads; 0 below two packets
          fwd_header_len    | bytes   | CICFlowMeter 4 | Transport headers sent forward
          bwd_header_len    | bytes   | CICFlowMeter 4 | Transport headers sent backward
          fwd_seg_size_min  | bytes   | CICFlowMeter 4 | Shortest transport header sent forward
          fwd_act_data_pkts | packets | CICFlowMeter 4 | Forward packets with payload
          bwd_act_data_pkts | packets | AegisPCAP      | Backward packets with payload
          down_up_ratio     |         | CICFlowMeter 4 | Backward packets per forward packet, not rounded; 0 without forward packets
          pkt_size_avg      | bytes   | CICFlowMeter 4 | All payload per packet
          fwd_seg_size_avg  | bytes   | CICFlowMeter 4 | Forward payload per forward packet
          bwd_seg_size_avg  | bytes   | CICFlowMeter 4 | Backward payload per backward packet
          subflow_fwd_pkts  | packets | CICFlowMeter 4 | Forward packets per burst, not rounded
          subflow_fwd_byts  | bytes   | CICFlowMeter 4 | Forward payload per burst, not rounded
          subflow_bwd_pkts  | packets | CICFlowMeter 4 | Backward packets per burst, not rounded
          subflow_bwd_byts  | bytes   | CICFlowMeter 4 | Backward payload per burst, not rounded
          fwd_ip_bytes      | bytes   | AegisPCAP      | IP packet lengths sent forward, headers included (IPFIX octetTotalCount)
          bwd_ip_bytes      | bytes   | AegisPCAP      | IP packet lengths sent backward, headers included (IPFIX octetTotalCount)
          byte_ratio        |         | AegisPCAP      | Forward share of all payload, 0 to 1; 0.5 without payload
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
    long bursts = flow.rhythm().bursts();
    values[i++] = forward.packets();
    values[i++] = backward.packets();
    values[i++] = forward.payloadBytes();
    values[i++] = backward.payloadBytes();
    values[i++] = forward.lengths().maximum();
    values[i++] = forward.lengths().minimum();
    values[i++] = forward.lengths().mean();
    values[i++] = forward.lengths().deviation();
    values[i++] = backward.lengths().maximum();
    values[i++] = backward.lengths().minimum();
    values[i++] = backward.lengths().mean();
    values[i++] = backward.lengths().deviation();
    values[i++] = shortest(flow);
    values[i++] = Math.max(forward.lengths().maximum(), backward.lengths().maximum());
    values[i++] = mean(flow);
    values[i++] = Math.sqrt(forward.lengths().varianceWith(backward.lengths()));
    values[i++] = forward.lengths().varianceWith(backward.lengths());
    values[i++] = forward.headerBytes();
    values[i++] = backward.headerBytes();
    values[i++] = forward.minimumHeader();
    values[i++] = forward.dataPackets();
    values[i++] = backward.dataPackets();
    values[i++] = ratio(backward.packets(), forward.packets());
    values[i++] = mean(flow);
    values[i++] = forward.lengths().mean();
    values[i++] = backward.lengths().mean();
    values[i++] = ratio(forward.packets(), bursts);
    values[i++] = ratio(forward.payloadBytes(), bursts);
    values[i++] = ratio(backward.packets(), bursts);
    values[i++] = ratio(backward.payloadBytes(), bursts);
    values[i++] = forward.ipBytes();
    values[i++] = backward.ipBytes();
    values[i++] = byteRatio(flow);
  }

  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static double mean(Flow flow) {
    return ratio(flow.payloadBytes(), flow.packets());
  }

  private static double shortest(Flow flow) {
    LengthMoments forward = flow.forward().lengths();
    LengthMoments backward = flow.backward().lengths();
    if (backward.count() == 0) {
      return forward.minimum();
    }
    return forward.count() == 0
        ? backward.minimum()
        : Math.min(forward.minimum(), backward.minimum());
  }

  private static double byteRatio(Flow flow) {
    double all = flow.payloadBytes();
    return all == 0 ? 0.5 : flow.forward().payloadBytes() / all;
  }
}
