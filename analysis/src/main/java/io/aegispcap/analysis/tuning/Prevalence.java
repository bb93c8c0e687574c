package io.aegispcap.analysis.tuning;

import io.aegispcap.capture.packet.IpAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Which hosts outside many of the hosts inside call: what many do is not rare.
///
/// @param hosts inside hosts that call somebody outside
/// @param common outside hosts that at least half of them call, with how many do; none when there
///   are fewer than [#JUDGED_HOSTS]
public record Prevalence(int hosts, Map<IpAddress, Integer> common) {
  /// With fewer hosts, half of them are too few to say anything.
  public static final int JUDGED_HOSTS = 5;

  public static final Prevalence NONE = new Prevalence(0, Map.of());

  public Prevalence {
    common = Map.copyOf(common);
  }

  /// @param callers how many inside hosts call each
  public static Prevalence of(int hosts, Map<IpAddress, Integer> callers) {
    if (hosts < JUDGED_HOSTS) {
      return new Prevalence(hosts, Map.of());
    }
    Map<IpAddress, Integer> common = new HashMap<>();
    callers.forEach(
        (address, count) -> {
          if (2 * count >= hosts) {
            common.put(address, count);
          }
        });
    return new Prevalence(hosts, common);
  }

  /// Addresses by their text, sorted.
  Map<String, Integer> sorted() {
    Map<String, Integer> sorted = new TreeMap<>();
    common.forEach((address, count) -> sorted.put(address.toString(), count));
    return sorted;
  }
}
