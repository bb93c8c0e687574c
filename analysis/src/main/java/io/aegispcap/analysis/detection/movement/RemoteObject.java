package io.aegispcap.analysis.detection.movement;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.rpc.RpcCall;
import java.util.Optional;
import java.util.function.Consumer;

/// Objects of another host that run programs for whoever calls them.
///
/// Formula: RemoteCreateInstance or RemoteGetClassObject (MS-DCOM 3.1.2.5.2.3) of a class that is
/// known for it, or IDispatch.Invoke (MS-OAUT 3.1.4.4), between two hosts. WMI has a detector of
/// its own.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class RemoteObject implements Detector {
  private static final String OF_WMI = "WbemLevel1Login";

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "remote-object",
          "Object of another host",
          "1.0.0",
          "a COM class that runs what a caller wants (MMC20.Application, ShellWindows,"
              + " ShellBrowserWindow, Office applications and their like) is activated on another"
              + " host, or a method is called there by IDispatch: medium",
          "MS-DCOM; ATT&CK T1021.003; classes as published by Nelson, Lateral movement"
              + " using DCOM, 2017",
          new Technique(
              "T1021.003",
              "Remote Services: Distributed Component Object Model",
              "Lateral Movement"),
          "old business software made of distributed objects",
          "see which program was started on the server, and by whom");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, RemoteObject::finding);

  enum Sign {
    ACTIVATED,
    INVOKED
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(RpcCall.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof RpcCall call) {
      if (call.is("IDispatch", "Invoke")) {
        pairs.at(key, fact).kinds().putIfAbsent(Sign.INVOKED, "IDispatch.Invoke");
      }
      call.classIds().stream()
          .filter(name -> !name.equals(OF_WMI))
          .findFirst()
          .ifPresent(name -> pairs.at(key, fact).kinds().putIfAbsent(Sign.ACTIVATED, name));
    }
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    String name = pair.kinds().getOrDefault(Sign.ACTIVATED, "an object");
    boolean both = pair.kinds().size() == 2;
    return Optional.of(
        pair.finding(
            INFO,
            "%s used %s of %s from afar%s"
                .formatted(
                    pair.client(),
                    name,
                    pair.server(),
                    pair.saw(Sign.INVOKED) ? " and had it run a method" : ""),
            Severity.MEDIUM,
            both ? 0.85 : 0.6,
            "class and operation stand in the calls; what was run may be encrypted",
            new Measure("calls", pair.count(), 1, "calls")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
