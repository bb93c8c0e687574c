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

/// Windows Management Instrumentation used from another host: programs are started by
/// `Win32_Process.Create`, which is ExecMethod, and stay by event subscriptions, which are
/// PutInstance.
///
/// Formula: operations of IWbemServices (MS-WMI 3.1.4.3) between two hosts.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class RemoteWmi implements Detector {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "remote-wmi",
          "Management instrumentation of another host",
          "1.0.0",
          "calls of WMI (IWbemServices) from another host: medium when a method was run"
              + " (ExecMethod) or an instance was written (PutInstance), else information",
          "MS-WMI; ATT&CK T1047; the grading is own",
          new Technique("T1047", "Windows Management Instrumentation", "Execution"),
          "inventory, monitoring and software distribution, which do the same from few"
              + " known hosts",
          "ask whether the client manages hosts; on the server look for children of"
              + " WmiPrvSE.exe and for new event consumers");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, RemoteWmi::finding);

  enum Sign {
    EXECUTED,
    WRITTEN,
    LOOKED
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
    if (fact instanceof RpcCall call && call.interfaceName().startsWith("IWbem")) {
      pairs.at(key, fact).kinds().putIfAbsent(sign(call.operation()), call.operation());
    }
  }

  private static Sign sign(String operation) {
    if (operation.startsWith("ExecMethod")) {
      return Sign.EXECUTED;
    }
    return operation.startsWith("PutInstance") || operation.startsWith("PutClass")
        ? Sign.WRITTEN
        : Sign.LOOKED;
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    boolean executed = pair.saw(Sign.EXECUTED);
    boolean acts = executed || pair.saw(Sign.WRITTEN);
    String what =
        executed ? "ran a method of WMI on %s" : acts ? "wrote to WMI of %s" : "asked WMI of %s";
    return Optional.of(
        pair.finding(
            INFO,
            pair.client() + " " + what.formatted(pair.server()),
            acts ? Severity.MEDIUM : Severity.INFO,
            acts ? 0.6 : 0.3,
            "the operations stand in the calls; what was run is encrypted",
            new Measure("calls", pair.count(), 1, "calls")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
