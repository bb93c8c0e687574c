package io.aegispcap.analysis.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The features of one flow computed by their definitions, from lists, without any thought of
/// speed.
final class ReferenceFeatures {
  /// One packet of the flow.
  ///
  /// @param micros since the first packet, never less than the packet's before
  record P(
      long micros,
      boolean forward,
      int payload,
      int header,
      int flags,
      long seq,
      int window,
      int ttl,
      int ipLength) {
    boolean has(int flag) {
      return (flags & flag) != 0;
    }
  }

  private final List<P> all;
  private final List<P> fwd;
  private final List<P> bwd;
  private final Map<String, Double> out = new LinkedHashMap<>();

  private ReferenceFeatures(List<P> packets) {
    all = packets;
    fwd = packets.stream().filter(P::forward).toList();
    bwd = packets.stream().filter(p -> !p.forward()).toList();
  }

  static Map<String, Double> of(List<P> packets) {
    ReferenceFeatures reference = new ReferenceFeatures(packets);
    reference.volumes();
    reference.times();
    reference.spells();
    reference.bulks("fwd", true);
    reference.bulks("bwd", false);
    reference.tcp();
    reference.shape();
    return reference.out;
  }

  private void put(String name, double value) {
    out.put(name, value);
  }

  private static double sum(List<P> packets, ToDoubleFunction<P> of) {
    return packets.stream().mapToDouble(of).sum();
  }

  private static double count(List<P> packets, Predicate<P> of) {
    return packets.stream().filter(of).count();
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static List<Double> lengths(List<P> packets) {
    return packets.stream().map(p -> (double) p.payload()).toList();
  }

  private static List<Double> gaps(List<P> packets) {
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < packets.size(); i++) {
      gaps.add((double) packets.get(i).micros() - packets.get(i - 1).micros());
    }
    return gaps;
  }

  private static double mean(List<Double> values) {
    return values.isEmpty() ? 0 : values.stream().mapToDouble(v -> v).sum() / values.size();
  }

  private static double variance(List<Double> values) {
    if (values.size() < 2) {
      return 0;
    }
    double mean = mean(values);
    return values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (values.size() - 1);
  }

  private static double std(List<Double> values) {
    return Math.sqrt(variance(values));
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(v -> v).max().orElse(0);
  }

  private static double min(List<Double> values) {
    return values.stream().mapToDouble(v -> v).min().orElse(0);
  }

  private void stats(String prefix, String suffix, List<Double> values) {
    put(prefix + "_max" + suffix, max(values));
    put(prefix + "_min" + suffix, min(values));
    put(prefix + "_mean" + suffix, mean(values));
    put(prefix + "_std" + suffix, std(values));
  }

  private void volumes() {
    put("tot_fwd_pkts", fwd.size());
    put("tot_bwd_pkts", bwd.size());
    double fwdBytes = sum(fwd, P::payload);
    double bwdBytes = sum(bwd, P::payload);
    put("totlen_fwd_pkts", fwdBytes);
    put("totlen_bwd_pkts", bwdBytes);
    stats("fwd_pkt_len", "", lengths(fwd));
    stats("bwd_pkt_len", "", lengths(bwd));
    stats("pkt_len", "", lengths(all));
    put("pkt_len_var", variance(lengths(all)));
    put("fwd_header_len", sum(fwd, P::header));
    put("bwd_header_len", sum(bwd, P::header));
    put("fwd_seg_size_min", fwd.stream().mapToDouble(P::header).min().orElse(0));
    put("fwd_act_data_pkts", count(fwd, p -> p.payload() > 0));
    put("bwd_act_data_pkts", count(bwd, p -> p.payload() > 0));
    put("down_up_ratio", ratio(bwd.size(), fwd.size()));
    put("pkt_size_avg", mean(lengths(all)));
    put("fwd_seg_size_avg", mean(lengths(fwd)));
    put("bwd_seg_size_avg", mean(lengths(bwd)));
    double bursts = 1 + gaps(all).stream().filter(g -> g > 1_000_000).count();
    put("subflow_fwd_pkts", fwd.size() / bursts);
    put("subflow_fwd_byts", fwdBytes / bursts);
    put("subflow_bwd_pkts", bwd.size() / bursts);
    put("subflow_bwd_byts", bwdBytes / bursts);
    put("fwd_ip_bytes", sum(fwd, P::ipLength));
    put("bwd_ip_bytes", sum(bwd, P::ipLength));
    put("byte_ratio", fwdBytes + bwdBytes == 0 ? 0.5 : fwdBytes / (fwdBytes + bwdBytes));
    put("bursts", bursts);
  }

  private void times() {
    double duration = all.getLast().micros() - all.getFirst().micros();
    put("flow_duration", duration);
    put("flow_byts_s", ratio(sum(all, P::payload), duration / 1e6));
    put("flow_pkts_s", ratio(all.size(), duration / 1e6));
    put("fwd_pkts_s", ratio(fwd.size(), duration / 1e6));
    put("bwd_pkts_s", ratio(bwd.size(), duration / 1e6));
    stats("flow_iat", "", gaps(all));
    stats("fwd_iat", "", gaps(fwd));
    stats("bwd_iat", "", gaps(bwd));
    put("fwd_iat_tot", gaps(fwd).stream().mapToDouble(g -> g).sum());
    put("bwd_iat_tot", gaps(bwd).stream().mapToDouble(g -> g).sum());
  }

  private void spells() {
    List<Double> active = new ArrayList<>();
    List<Double> idle = new ArrayList<>();
    long since = all.getFirst().micros();
    long last = since;
    for (P packet : all) {
      if (packet.micros() - last > 5_000_000) {
        active.add((double) last - since);
        idle.add((double) packet.micros() - last);
        since = packet.micros();
      }
      last = packet.micros();
    }
    active.add((double) last - since);
    stats("active", "", active);
    stats("idle", "", idle);
  }

  private void bulks(String side, boolean forward) {
    List<List<P>> runs = new ArrayList<>();
    List<P> run = new ArrayList<>();
    for (P packet : all) {
      if (packet.payload() == 0) {
        continue;
      }
      boolean goesOn =
          packet.forward() == forward
              && !run.isEmpty()
              && packet.micros() - run.getLast().micros() <= 1_000_000;
      if (!goesOn) {
        runs.add(run);
        run = new ArrayList<>();
      }
      if (packet.forward() == forward) {
        run.add(packet);
      }
    }
    runs.add(run);
    List<List<P>> bulks = runs.stream().filter(r -> r.size() >= 4).toList();
    double bytes = bulks.stream().mapToDouble(r -> sum(r, P::payload)).sum();
    double packets = bulks.stream().mapToDouble(List::size).sum();
    double micros =
        bulks.stream().mapToDouble(r -> r.getLast().micros() - r.getFirst().micros()).sum();
    put(side + "_byts_b_avg", ratio(bytes, bulks.size()));
    put(side + "_pkts_b_avg", ratio(packets, bulks.size()));
    put(side + "_blk_rate_avg", ratio(bytes, micros / 1e6));
  }

  private void tcp() {
    String[] names = {"fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwe"};
    for (int bit = 0; bit < 8; bit++) {
      int flag = 1 << bit;
      put(names[bit] + (bit == 7 ? "_flag_count" : "_flag_cnt"), count(all, p -> p.has(flag)));
    }
    for (String name : List.of("fin", "syn", "rst", "psh", "urg")) {
      int flag = 1 << List.of(names).indexOf(name);
      put("fwd_" + name + "_flags", count(fwd, p -> p.has(flag)));
      put("bwd_" + name + "_flags", count(bwd, p -> p.has(flag)));
    }
    windows("fwd", fwd);
    windows("bwd", bwd);
    put("init_fwd_win_byts", fwd.isEmpty() ? 0 : fwd.getFirst().window());
    put("init_bwd_win_byts", bwd.isEmpty() ? 0 : bwd.getFirst().window());
    sequences("fwd", fwd);
    sequences("bwd", bwd);
  }

  private void windows(String side, List<P> packets) {
    List<Double> windows = packets.stream().map(p -> (double) p.window()).toList();
    put(side + "_win_max", max(windows));
    put(side + "_win_min", min(windows));
    put(side + "_zero_win", count(packets, p -> p.window() == 0 && !p.has(4)));
  }

  /// Sequence numbers of the generated flows do not wrap, so plain comparison serves.
  private void sequences(String side, List<P> packets) {
    double again = 0;
    double gaps = 0;
    long next = -1;
    for (P packet : packets) {
      int occupies = packet.payload() + (packet.has(2) ? 1 : 0) + (packet.has(1) ? 1 : 0);
      long end = packet.seq() + occupies;
      if (next < 0) {
        next = end;
      } else if (occupies > 0 && end > next) {
        gaps += packet.seq() > next ? 1 : 0;
        next = end;
      } else if (occupies > 0) {
        boolean keepAlive =
            packet.payload() <= 1 && end == next && !packet.has(1) && !packet.has(2);
        again += keepAlive ? 0 : 1;
      }
    }
    put(side + "_retransmits", again);
    put(side + "_seq_gaps", gaps);
  }

  private void shape() {
    put("iat_cv", gaps(all).size() < 2 ? 0 : ratio(std(gaps(all)), mean(gaps(all))));
    put("fwd_iat_cv", gaps(fwd).size() < 2 ? 0 : ratio(std(gaps(fwd)), mean(gaps(fwd))));
    put("fwd_len_cv", fwd.size() < 2 ? 0 : ratio(std(lengths(fwd)), mean(lengths(fwd))));
    List<Double> lives = fwd.stream().map(p -> (double) p.ttl()).toList();
    put("fwd_ttl_min", min(lives));
    put("fwd_ttl_max", max(lives));
    for (int i = 0; i < 8; i++) {
      P packet = i < all.size() ? all.get(i) : null;
      put(
          "pkt" + (i + 1) + "_len",
          packet == null ? 0 : packet.forward() ? packet.payload() : -packet.payload());
    }
    double[] lengthBounds = {-1, 0, 63, 127, 255, 511, 1023, 1379, Double.MAX_VALUE};
    double[] gapBounds = {-1, 100, 1e3, 1e4, 1e5, 1e6, 1e7, Double.MAX_VALUE};
    histogram("len_class", lengthBounds, lengths(all));
    histogram("gap_class", gapBounds, gaps(all));
  }

  private void histogram(String name, double[] bounds, List<Double> values) {
    for (int i = 1; i < bounds.length; i++) {
      double above = bounds[i - 1];
      double upTo = bounds[i];
      put(name + (i - 1), values.stream().filter(v -> v > above && v <= upTo).count());
    }
  }
}
