package io.aegispcap.analysis.feature;

import static io.aegispcap.analysis.feature.VolumeFeatures.ratio;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.Rhythm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What a flow looks like: entropy, first packets, histograms, bursts, regularity.
final class ShapeFeatures {
  private static final String OWN = "AegisPCAP";

  static final List<Feature> ALL = all();

  private ShapeFeatures() {}

  private static List<Feature> all() {
    List<Feature> all = new ArrayList<>();
    all.add(own("fwd_entropy", "bits/byte", "Shannon entropy of the first forward payload's first 256 bytes; 0 below two bytes", f -> f.forward().entropy()));
    all.add(own("bwd_entropy", "bits/byte", "Shannon entropy of the first backward payload's first 256 bytes; 0 below two bytes", f -> f.backward().entropy()));
    all.add(own("fwd_ttl_min", "", "Smallest forward TTL or hop limit", f -> f.forward().minimumTimeToLive()));
    all.add(own("fwd_ttl_max", "", "Largest forward TTL or hop limit", f -> f.forward().maximumTimeToLive()));
    all.add(own("bwd_ttl_min", "", "Smallest backward TTL or hop limit; 0 without packets", f -> f.backward().minimumTimeToLive()));
    all.add(own("bwd_ttl_max", "", "Largest backward TTL or hop limit; 0 without packets", f -> f.backward().maximumTimeToLive()));
    all.add(own("bursts", "", "Runs of packets with gaps of at most 1 s", f -> f.rhythm().bursts()));
    all.add(own("burst_pkts_max", "packets", "Packets of the longest burst", f -> f.rhythm().longestBurst()));
    all.add(own("iat_cv", "", "Deviation of gaps over their mean: 0 is a clock; 0 without gaps", f -> ratio(f.rhythm().gaps().deviation(), f.rhythm().gaps().mean())));
    all.add(own("fwd_iat_cv", "", "Deviation of forward gaps over their mean; 0 without gaps", f -> ratio(f.forward().gaps().deviation(), f.forward().gaps().mean())));
    all.add(own("fwd_len_cv", "", "Deviation of forward payloads over their mean; 0 without payload", f -> ratio(f.forward().lengths().deviation(), f.forward().lengths().mean())));
    all.add(own("icmp_errors", "packets", "ICMP errors that quote a packet of the flow", f -> f.icmpErrors()));
    all.add(own("duplicates", "packets", "Packets captured twice", f -> f.forward().duplicates() + f.backward().duplicates()));
    all.add(own("backward_times", "packets", "Packets with an earlier time than one before", f -> f.backwardTimes()));
    for (int i = 0; i < Rhythm.FIRST_PACKETS; i++) {
      int index = i;
      all.add(own("pkt" + (i + 1) + "_len", "bytes", "Payload of packet " + (i + 1) + ", negative when sent backward; 0 without one", f -> f.rhythm().firstLength(index)));
    }
    for (int i = 0; i <= Rhythm.LENGTH_BOUNDS.length; i++) {
      int index = i;
      all.add(own("len_class" + i, "packets", "Packets with a payload of " + lengthClass(i) + " bytes", f -> f.rhythm().lengthClassCount(index)));
    }
    for (int i = 0; i <= Rhythm.GAP_BOUNDS.length; i++) {
      int index = i;
      all.add(own("gap_class" + i, "", "Gaps of " + gapClass(i) + " us", f -> f.rhythm().gapClassCount(index)));
    }
    return List.copyOf(all);
  }

  private static Feature own(String name, String unit, String text, ToDoubleFunction<Flow> compute) {
    return new Feature(name, unit, text, OWN, compute);
  }

  private static String lengthClass(int index) {
    int[] bounds = Rhythm.LENGTH_BOUNDS;
    if (index == bounds.length) {
      return "more than " + bounds[index - 1];
    }
    return index == 0 ? "0" : bounds[index - 1] + 1 + " to " + bounds[index];
  }

  private static String gapClass(int index) {
    long[] bounds = Rhythm.GAP_BOUNDS;
    if (index == bounds.length) {
      return "more than " + bounds[index - 1];
    }
    return index == 0 ? "at most " + bounds[0] : "more than " + bounds[index - 1] + ", at most " + bounds[index];
  }
}
