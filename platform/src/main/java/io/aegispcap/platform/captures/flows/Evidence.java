package io.aegispcap.platform.captures.flows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the analysis found out about hosts.
///
/// @param hosts by address: those with most bytes, and those that alerts are about
/// @param alerts the most urgent first
public record Evidence(Map<String, KnownHost> hosts, List<Found> alerts) {
  public Evidence {
    hosts = Map.copyOf(hosts);
    alerts = List.copyOf(alerts);
  }

  /// @param home whether it is in the home networks
  /// @param names that conversations gave it
  public record KnownHost(boolean home, List<HostName> names) {
    public KnownHost {
      names = List.copyOf(names);
    }
  }

  /// @param source such as `dns`
  public record HostName(String name, String source) {}

  /// An alert.
  ///
  /// @param severity as a word, such as `high`
  /// @param target empty when there is none
  public record Found(
      String id, String severity, String rule, String message, String subject, String target) {

    boolean isAbout(String ip) {
      return subject.equals(ip) || target.equals(ip);
    }
  }

  /// What it is called, the first name first.
  public List<HostName> names(String ip) {
    KnownHost known = hosts.get(ip);
    return known == null ? List.of() : known.names;
  }

  public boolean isHome(String ip) {
    KnownHost known = hosts.get(ip);
    return known != null && known.home;
  }

  public List<Found> alerts(String ip) {
    return alerts.stream().filter(alert -> alert.isAbout(ip)).toList();
  }

  /// All that alerts are about.
  public Set<String> alerted() {
    Set<String> hosts = new TreeSet<>();
    for (Found alert : alerts) {
      hosts.add(alert.subject);
      hosts.add(alert.target);
    }
    hosts.remove("");
    return hosts;
  }
}
