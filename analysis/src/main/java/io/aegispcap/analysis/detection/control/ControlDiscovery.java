package io.aegispcap.analysis.detection.control;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A host that finds out which units, functions and devices there are in a control network.
///
/// Formula: units that do not answer three tries or that a gateway says are absent, [#UNITS] or
/// more and more than those that answer; functions that devices say they do not know, [#FUNCTIONS]
/// or more: medium. Asking [#DEVICES] devices or more what they are: low; fewer: information. A
/// host that is a BACnet device itself may ask who is there. Source: ATT&CK for ICS T0846, T0888;
/// the numbers are own.
///
/// Memory: [#HOSTS] hosts, of each 1,024 units, functions and devices, and the evidence.
public final class ControlDiscovery implements Detector {
  static final int HOSTS = 4_096;
  static final int UNITS = 8;
  static final int FUNCTIONS = 5;
  static final int DEVICES = 3;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "control-discovery",
          "Controllers searched for",
          "1.0.0",
          "at least 8 units that do not answer or are absent, and more than those that answer, or"
              + " at least 5 functions that devices do not know: medium; asking 3 devices or more what"
              + " they are: low, fewer: information",
          "ATT&CK for ICS T0846, T0888; the numbers are own",
          new Technique("T0846", "Remote System Discovery", "Discovery"),
          "an engineer's station, an inventory or a network scanner of your own",
          "ask who works at that host; see what it wrote afterwards");

  private final Watched<Explorer> hosts =
      new Watched<>(HOSTS, (a, b, c, d, e) -> new Explorer(), ControlDiscovery::judge);

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(ControlFunction.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof ControlFunction function) {
      Parties parties = Parties.of(key, function);
      if (function.action() == ControlAction.REPORT) {
        host(parties.device(), function.timestamp()).isDevice = true;
      } else {
        Explorer explorer = host(parties.master(), function.timestamp());
        explorer.address = parties.master().toString();
        explorer.add(key, parties.device(), function);
      }
    }
  }

  private Explorer host(IpAddress address, long time) {
    return hosts.at(address.high(), address.low(), 0, 0, 0, time);
  }

  private static Optional<Finding> judge(Explorer host) {
    boolean searched = host.units() >= UNITS || host.functions() >= FUNCTIONS;
    if (!searched && (host.devices() == 0 || host.isDevice)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            INFO,
            host.address,
            host.devices() > 1 ? Optional.empty() : Optional.of(host.device),
            sentence(host, searched),
            searched ? Severity.MEDIUM : host.devices() >= DEVICES ? Severity.LOW : Severity.INFO,
            searched ? 0.7 : 0.5,
            searched
                ? "a master that knows its devices rarely asks for what is not there"
                : "programs of engineers ask the same",
            host.span.first(),
            host.span.last(),
            host.count,
            List.of(
                new Measure("units that are not there", host.units(), UNITS, "units"),
                new Measure("unknown functions", host.functions(), FUNCTIONS, "functions"),
                new Measure("devices asked what they are", host.devices(), DEVICES, "devices")),
            host.proof.evidence()));
  }

  private static String sentence(Explorer host, boolean searched) {
    if (!searched) {
      return host.devices() == 1
          ? "%s asked %s by %s what it is".formatted(host.address, host.device, host.protocol)
          : "%s asked %d devices by %s what they are"
              .formatted(host.address, host.devices(), host.protocol);
    }
    return host.units() >= UNITS
        ? "%s asked %s by %s for %d units that are not there"
            .formatted(host.address, host.device, host.protocol, host.units())
        : "%s tried %d functions at %s by %s that it does not know"
            .formatted(host.address, host.functions(), host.device, host.protocol);
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    hosts.finish(findings);
  }
}
