package io.aegispcap.analysis.feature;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowSide;
import io.aegispcap.analysis.flow.Handshake;
import io.aegispcap.capture.packet.Packet;
import java.util.Arrays;
import java.util.List;

/// Flags, windows, handshake and losses of TCP; 0 for other protocols.
final class TcpFeatures implements FeatureGroup {
  private static final List<Feature> FEATURES =
      Feature.table(
          """
          fwd_psh_flags     | packets | CICFlowMeter 4   | Forward packets with PSH
          bwd_psh_flags     | packets | CICFlowMeter 4   | Backward packets with PSH
          fwd_urg_flags     | packets | CICFlowMeter 4   | Forward packets with URG
          bwd_urg_flags     | packets | CICFlowMeter 4   | Backward packets with URG
          fin_flag_cnt      | packets | CICFlowMeter 4   | Packets with FIN
          syn_flag_cnt      | packets | CICFlowMeter 4   | Packets with SYN
          rst_flag_cnt      | packets | CICFlowMeter 4   | Packets with RST
          psh_flag_cnt      | packets | CICFlowMeter 4   | Packets with PSH
          ack_flag_cnt      | packets | CICFlowMeter 4   | Packets with ACK
          urg_flag_cnt      | packets | CICFlowMeter 4   | Packets with URG
          cwe_flag_count    | packets | CICFlowMeter 4   | Packets with CWR
          ece_flag_cnt      | packets | CICFlowMeter 4   | Packets with ECE
          init_fwd_win_byts | bytes   | CICFlowMeter 4   | Window of the first forward packet, unscaled
          init_bwd_win_byts | bytes   | CICFlowMeter 4   | Window of the first backward packet, unscaled; 0 without one
          fwd_fin_flags     | packets | AegisPCAP        | Forward packets with FIN
          bwd_fin_flags     | packets | AegisPCAP        | Backward packets with FIN
          fwd_syn_flags     | packets | AegisPCAP        | Forward packets with SYN
          bwd_syn_flags     | packets | AegisPCAP        | Backward packets with SYN
          fwd_rst_flags     | packets | AegisPCAP        | Forward packets with RST
          bwd_rst_flags     | packets | AegisPCAP        | Backward packets with RST
          fwd_win_max       | bytes   | AegisPCAP        | Largest forward window, unscaled
          bwd_win_max       | bytes   | AegisPCAP        | Largest backward window, unscaled
          fwd_win_min       | bytes   | AegisPCAP        | Smallest forward window, unscaled
          bwd_win_min       | bytes   | AegisPCAP        | Smallest backward window, unscaled
          fwd_zero_win      | packets | RFC 9293 3.8.6.1 | Forward packets that closed the window, RST apart
          bwd_zero_win      | packets | RFC 9293 3.8.6.1 | Backward packets that closed the window, RST apart
          syn_to_synack     | us      | RFC 9293 3.5     | SYN to SYN-ACK, the responder's round trip; 0 when not both were seen
          synack_to_ack     | us      | RFC 9293 3.5     | SYN-ACK to ACK, the originator's round trip; 0 when not both were seen
          fwd_retransmits   | packets | RFC 9293 3.8.1   | Forward segments sent again
          bwd_retransmits   | packets | RFC 9293 3.8.1   | Backward segments sent again
          fwd_seq_gaps      | packets | AegisPCAP        | Forward segments that began beyond the next expected octet
          bwd_seq_gaps      | packets | AegisPCAP        | Backward segments that began beyond the next expected octet
          """);

  @Override
  public List<Feature> features() {
    return FEATURES;
  }

  @Override
  public void compute(Flow flow, double[] values, int from) {
    int i = from;
    if (flow.protocol() != Packet.TCP) {
      Arrays.fill(values, from, from + FEATURES.size(), 0);
      return;
    }
    FlowSide forward = flow.forward();
    FlowSide backward = flow.backward();
    Handshake handshake = flow.handshake();
    values[i++] = forward.pshFlags();
    values[i++] = backward.pshFlags();
    values[i++] = forward.urgFlags();
    values[i++] = backward.urgFlags();
    values[i++] = forward.finFlags() + backward.finFlags();
    values[i++] = forward.synFlags() + backward.synFlags();
    values[i++] = forward.rstFlags() + backward.rstFlags();
    values[i++] = forward.pshFlags() + backward.pshFlags();
    values[i++] = forward.ackFlags() + backward.ackFlags();
    values[i++] = forward.urgFlags() + backward.urgFlags();
    values[i++] = forward.cwrFlags() + backward.cwrFlags();
    values[i++] = forward.eceFlags() + backward.eceFlags();
    values[i++] = forward.firstWindow();
    values[i++] = backward.firstWindow();
    values[i++] = forward.finFlags();
    values[i++] = backward.finFlags();
    values[i++] = forward.synFlags();
    values[i++] = backward.synFlags();
    values[i++] = forward.rstFlags();
    values[i++] = backward.rstFlags();
    values[i++] = forward.maximumWindow();
    values[i++] = backward.maximumWindow();
    values[i++] = forward.minimumWindow();
    values[i++] = backward.minimumWindow();
    values[i++] = forward.zeroWindows();
    values[i++] = backward.zeroWindows();
    values[i++] = handshake.synToSynAck();
    values[i++] = handshake.synAckToAck();
    values[i++] = forward.retransmissions();
    values[i++] = backward.retransmissions();
    values[i++] = forward.sequenceGaps();
    values[i++] = backward.sequenceGaps();
  }
}
