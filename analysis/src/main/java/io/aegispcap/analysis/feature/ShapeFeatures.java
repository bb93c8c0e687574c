package io.aegispcap.analysis.feature;

import static io.aegispcap.analysis.feature.VolumeFeatures.ratio;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowSide;
import io.aegispcap.analysis.flow.LengthMoments;
import io.aegispcap.analysis.flow.Moments;
import io.aegispcap.analysis.flow.Rhythm;
import java.util.ArrayList;
import java.util.List;

/// What a flow looks like: entropy, first packets, histograms, bursts, regularity.
final class ShapeFeatures implements FeatureGroup {
  private static final List<Feature> SINGLE =
      Feature.table(
          """
          fwd_entropy    | bits/byte | AegisPCAP | Shannon entropy of the first forward payload's first 256 bytes; 0 below two bytes
          bwd_entropy    | bits/byte | AegisPCAP | Shannon entropy of the first backward payload's first 256 bytes; 0 below two bytes
          fwd_ttl_min    |           | AegisPCAP | Smallest forward TTL or hop limit
          fwd_ttl_max    |           | AegisPCAP | Largest forward TTL or hop limit
          bwd_ttl_min    |           | AegisPCAP | Smallest backward TTL or hop limit; 0 without packets
          bwd_ttl_max    |           | AegisPCAP | Largest backward TTL or hop limit; 0 without packets
          bursts         |           | AegisPCAP | Runs of packets with gaps of at most 1 s
          burst_pkts_max | packets   | AegisPCAP | Packets of the longest burst
          iat_cv         |           | AegisPCAP | Deviation of gaps over their mean: 0 is a clock; 0 without gaps
          fwd_iat_cv     |           | AegisPCAP | Deviation of forward gaps over their mean; 0 without gaps
          fwd_len_cv     |           | AegisPCAP | Deviation of forward payloads over their mean; 0 without payload
          icmp_errors    | packets   | AegisPCAP | ICMP errors that quote a packet of the flow
          duplicates     | packets   | AegisPCAP | Packets captured twice
          backward_times | packets   | AegisPCAP | Packets with an earlier time than one before
          """);

  private static final int LENGTH_CLASSES = Rhythm.lengthBounds().size() + 1;
  private static final int GAP_CLASSES = Rhythm.gapBounds().size() + 1;

  private static final List<Feature> FEATURES = all();

  private static List<Feature> all() {
    List<Feature> all = new ArrayList<>(SINGLE);
    for (int i = 1; i <= Rhythm.FIRST_PACKETS; i++) {
      String text = "Payload of packet " + i + ", negative when sent backward; 0 without one";
      all.add(own("pkt" + i + "_len", "bytes", text));
    }
    for (int i = 0; i < LENGTH_CLASSES; i++) {
      String text = "Packets with a payload of " + lengthClass(i) + " bytes";
      all.add(own("len_class" + i, "packets", text));
    }
    for (int i = 0; i < GAP_CLASSES; i++) {
      all.add(own("gap_class" + i, "", "Gaps of " + gapClass(i) + " us"));
    }
    return List.copyOf(all);
  }

  private static Feature own(String name, String unit, String text) {
    return new Feature(name, unit, "AegisPCAP", text);
  }

  private static String lengthClass(int index) {
    List<Integer> bounds = Rhythm.lengthBounds();
    if (index == bounds.size()) {
      return "more than " + bounds.getLast();
    }
    return index == 0 ? "0" : bounds.get(index - 1) + 1 + " to " + bounds.get(index);
  }

  private static String gapClass(int index) {
    List<Long> bounds = Rhythm.gapBounds();
    if (index == bounds.size()) {
      return "more than " + bounds.getLast();
    }
    String most = "at most " + bounds.get(index);
    return index == 0 ? most : "more than " + bounds.get(index - 1) + ", " + most;
  }

  @Override
  public List<Feature> features() {
    return FEATURES;
  }

  @Override
  public void compute(Flow flow, double[] values, int from) {
    FlowSide forward = flow.forward();
    FlowSide backward = flow.backward();
    Rhythm rhythm = flow.rhythm();
    int i = from;
    values[i++] = forward.entropy();
    values[i++] = backward.entropy();
    values[i++] = forward.minimumTimeToLive();
    values[i++] = forward.maximumTimeToLive();
    values[i++] = backward.minimumTimeToLive();
    values[i++] = backward.maximumTimeToLive();
    values[i++] = rhythm.bursts();
    values[i++] = rhythm.longestBurst();
    values[i++] = variation(rhythm.gaps());
    values[i++] = variation(forward.gaps());
    values[i++] = variation(forward.lengths());
    values[i++] = flow.icmpErrors();
    values[i++] = forward.duplicates() + backward.duplicates();
    values[i++] = flow.backwardTimes();
    histograms(rhythm, values, i);
  }

  private static void histograms(Rhythm rhythm, double[] values, int from) {
    int i = from;
    for (int packet = 0; packet < Rhythm.FIRST_PACKETS; packet++) {
      values[i++] = rhythm.firstLength(packet);
    }
    for (int index = 0; index < LENGTH_CLASSES; index++) {
      values[i++] = rhythm.lengthClassCount(index);
    }
    for (int index = 0; index < GAP_CLASSES; index++) {
      values[i++] = rhythm.gapClassCount(index);
    }
  }

  private static double variation(Moments moments) {
    return moments.count() < 2 ? 0 : ratio(moments.deviation(), moments.mean());
  }

  private static double variation(LengthMoments moments) {
    return moments.count() < 2 ? 0 : ratio(moments.deviation(), moments.mean());
  }
}
