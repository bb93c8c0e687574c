package io.aegispcap.analysis.feature;

import io.aegispcap.analysis.flow.Flow;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Flags, windows, handshake and losses of TCP; 0 for other protocols.
final class TcpFeatures {
  private static final String CIC = "CICFlowMeter 4";
  private static final String OWN = "AegisPCAP";
  private static final String RFC = "RFC 9293";

  static final List<Feature> ALL =
      List.of(
          count("fwd_psh_flags", CIC, "Forward packets with PSH", f -> f.forward().pshFlags()),
          count("bwd_psh_flags", CIC, "Backward packets with PSH", f -> f.backward().pshFlags()),
          count("fwd_urg_flags", CIC, "Forward packets with URG", f -> f.forward().urgFlags()),
          count("bwd_urg_flags", CIC, "Backward packets with URG", f -> f.backward().urgFlags()),
          count("fin_flag_cnt", CIC, "Packets with FIN", f -> f.forward().finFlags() + f.backward().finFlags()),
          count("syn_flag_cnt", CIC, "Packets with SYN", f -> f.forward().synFlags() + f.backward().synFlags()),
          count("rst_flag_cnt", CIC, "Packets with RST", f -> f.forward().rstFlags() + f.backward().rstFlags()),
          count("psh_flag_cnt", CIC, "Packets with PSH", f -> f.forward().pshFlags() + f.backward().pshFlags()),
          count("ack_flag_cnt", CIC, "Packets with ACK", f -> f.forward().ackFlags() + f.backward().ackFlags()),
          count("urg_flag_cnt", CIC, "Packets with URG", f -> f.forward().urgFlags() + f.backward().urgFlags()),
          count("cwe_flag_count", CIC, "Packets with CWR", f -> f.forward().cwrFlags() + f.backward().cwrFlags()),
          count("ece_flag_cnt", CIC, "Packets with ECE", f -> f.forward().eceFlags() + f.backward().eceFlags()),
          feature("init_fwd_win_byts", "bytes", CIC, "Window of the first forward packet, unscaled", f -> f.forward().firstWindow()),
          feature("init_bwd_win_byts", "bytes", CIC, "Window of the first backward packet, unscaled; 0 without one", f -> f.backward().firstWindow()),
          count("fwd_fin_flags", OWN, "Forward packets with FIN", f -> f.forward().finFlags()),
          count("bwd_fin_flags", OWN, "Backward packets with FIN", f -> f.backward().finFlags()),
          count("fwd_syn_flags", OWN, "Forward packets with SYN", f -> f.forward().synFlags()),
          count("bwd_syn_flags", OWN, "Backward packets with SYN", f -> f.backward().synFlags()),
          count("fwd_rst_flags", OWN, "Forward packets with RST", f -> f.forward().rstFlags()),
          count("bwd_rst_flags", OWN, "Backward packets with RST", f -> f.backward().rstFlags()),
          feature("fwd_win_max", "bytes", OWN, "Largest forward window, unscaled", f -> f.forward().maximumWindow()),
          feature("bwd_win_max", "bytes", OWN, "Largest backward window, unscaled", f -> f.backward().maximumWindow()),
          feature("fwd_win_min", "bytes", OWN, "Smallest forward window, unscaled", f -> f.forward().minimumWindow()),
          feature("bwd_win_min", "bytes", OWN, "Smallest backward window, unscaled", f -> f.backward().minimumWindow()),
          count("fwd_zero_win", RFC + " 3.8.6.1", "Forward packets that closed the window, RST apart", f -> f.forward().zeroWindows()),
          count("bwd_zero_win", RFC + " 3.8.6.1", "Backward packets that closed the window, RST apart", f -> f.backward().zeroWindows()),
          feature("syn_to_synack", "us", RFC + " 3.5", "SYN to SYN-ACK, the responder's round trip; 0 when not both were seen", f -> f.handshake().synToSynAck()),
          feature("synack_to_ack", "us", RFC + " 3.5", "SYN-ACK to ACK, the originator's round trip; 0 when not both were seen", f -> f.handshake().synAckToAck()),
          count("fwd_retransmits", RFC + " 3.8.1", "Forward segments sent again", f -> f.forward().retransmissions()),
          count("bwd_retransmits", RFC + " 3.8.1", "Backward segments sent again", f -> f.backward().retransmissions()),
          count("fwd_seq_gaps", OWN, "Forward segments that began beyond the next expected octet", f -> f.forward().sequenceGaps()),
          count("bwd_seq_gaps", OWN, "Backward segments that began beyond the next expected octet", f -> f.backward().sequenceGaps()));

  private TcpFeatures() {}

  private static Feature count(String name, String source, String text, ToDoubleFunction<Flow> compute) {
    return feature(name, "packets", source, text, compute);
  }

  private static Feature feature(
      String name, String unit, String source, String text, ToDoubleFunction<Flow> compute) {
    return new Feature(name, unit, text, source, compute);
  }
}
