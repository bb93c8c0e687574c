package io.aegispcap.analysis.feature;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.LengthMoments;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Packets and bytes. Packet lengths are transport payload bytes on the wire, as CICFlowMeter's.
final class VolumeFeatures {
  private static final String CIC = "CICFlowMeter 4";

  static final List<Feature> ALL =
      List.of(
          cic("tot_fwd_pkts", "packets", "Packets sent forward", f -> f.forward().packets()),
          cic("tot_bwd_pkts", "packets", "Packets sent backward", f -> f.backward().packets()),
          cic("totlen_fwd_pkts", "bytes", "Payload sent forward", f -> f.forward().payloadBytes()),
          cic("totlen_bwd_pkts", "bytes", "Payload sent backward", f -> f.backward().payloadBytes()),
          cic("fwd_pkt_len_max", "bytes", "Longest forward payload", f -> fwd(f).maximum()),
          cic("fwd_pkt_len_min", "bytes", "Shortest forward payload", f -> fwd(f).minimum()),
          cic("fwd_pkt_len_mean", "bytes", "Mean forward payload; 0 without packets", f -> fwd(f).mean()),
          cic("fwd_pkt_len_std", "bytes", "Sample deviation of forward payloads; 0 below two packets", f -> fwd(f).deviation()),
          cic("bwd_pkt_len_max", "bytes", "Longest backward payload", f -> bwd(f).maximum()),
          cic("bwd_pkt_len_min", "bytes", "Shortest backward payload", f -> bwd(f).minimum()),
          cic("bwd_pkt_len_mean", "bytes", "Mean backward payload; 0 without packets", f -> bwd(f).mean()),
          cic("bwd_pkt_len_std", "bytes", "Sample deviation of backward payloads; 0 below two packets", f -> bwd(f).deviation()),
          cic("pkt_len_min", "bytes", "Shortest payload of either direction", VolumeFeatures::shortest),
          cic("pkt_len_max", "bytes", "Longest payload of either direction", f -> Math.max(fwd(f).maximum(), bwd(f).maximum())),
          cic("pkt_len_mean", "bytes", "Mean payload of all packets", VolumeFeatures::mean),
          cic("pkt_len_std", "bytes", "Sample deviation of all payloads; 0 below two packets", f -> Math.sqrt(fwd(f).varianceWith(bwd(f)))),
          cic("pkt_len_var", "bytes^2", "Sample variance of all payloads; 0 below two packets", f -> fwd(f).varianceWith(bwd(f))),
          cic("fwd_header_len", "bytes", "Transport headers sent forward", f -> f.forward().headerBytes()),
          cic("bwd_header_len", "bytes", "Transport headers sent backward", f -> f.backward().headerBytes()),
          cic("fwd_seg_size_min", "bytes", "Shortest transport header sent forward", f -> f.forward().minimumHeader()),
          cic("fwd_act_data_pkts", "packets", "Forward packets with payload", f -> f.forward().dataPackets()),
          own("bwd_act_data_pkts", "packets", "Backward packets with payload", f -> f.backward().dataPackets()),
          cic("down_up_ratio", "", "Backward packets per forward packet, not rounded; 0 without forward packets", f -> ratio(f.backward().packets(), f.forward().packets())),
          cic("pkt_size_avg", "bytes", "All payload per packet", VolumeFeatures::mean),
          cic("fwd_seg_size_avg", "bytes", "Forward payload per forward packet", f -> fwd(f).mean()),
          cic("bwd_seg_size_avg", "bytes", "Backward payload per backward packet", f -> bwd(f).mean()),
          cic("subflow_fwd_pkts", "packets", "Forward packets per burst, not rounded", f -> ratio(f.forward().packets(), f.rhythm().bursts())),
          cic("subflow_fwd_byts", "bytes", "Forward payload per burst, not rounded", f -> ratio(f.forward().payloadBytes(), f.rhythm().bursts())),
          cic("subflow_bwd_pkts", "packets", "Backward packets per burst, not rounded", f -> ratio(f.backward().packets(), f.rhythm().bursts())),
          cic("subflow_bwd_byts", "bytes", "Backward payload per burst, not rounded", f -> ratio(f.backward().payloadBytes(), f.rhythm().bursts())),
          own("fwd_ip_bytes", "bytes", "IP packet lengths sent forward, headers included (IPFIX octetTotalCount)", f -> f.forward().ipBytes()),
          own("bwd_ip_bytes", "bytes", "IP packet lengths sent backward, headers included (IPFIX octetTotalCount)", f -> f.backward().ipBytes()),
          own("byte_ratio", "", "Forward share of all payload, 0 to 1; 0.5 without payload", VolumeFeatures::byteRatio));

  private VolumeFeatures() {}

  private static Feature cic(String name, String unit, String text, ToDoubleFunction<Flow> compute) {
    return new Feature(name, unit, text, CIC, compute);
  }

  private static Feature own(String name, String unit, String text, ToDoubleFunction<Flow> compute) {
    return new Feature(name, unit, text, "AegisPCAP", compute);
  }

  private static LengthMoments fwd(Flow flow) {
    return flow.forward().lengths();
  }

  private static LengthMoments bwd(Flow flow) {
    return flow.backward().lengths();
  }

  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static double mean(Flow flow) {
    return ratio(flow.payloadBytes(), flow.packets());
  }

  private static double shortest(Flow flow) {
    if (bwd(flow).count() == 0) {
      return fwd(flow).minimum();
    }
    return fwd(flow).count() == 0
        ? bwd(flow).minimum()
        : Math.min(fwd(flow).minimum(), bwd(flow).minimum());
  }

  private static double byteRatio(Flow flow) {
    double all = flow.payloadBytes();
    return all == 0 ? 0.5 : flow.forward().payloadBytes() / all;
  }
}
