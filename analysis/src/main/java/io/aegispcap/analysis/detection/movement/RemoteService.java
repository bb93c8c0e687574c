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

/// Services that one host makes, starts or looks at on another: how PsExec and its kin run programs
/// there.
///
/// Formula: operations of SVCCTL (MS-SCMR 3.1.4) between two hosts. Making a service is of medium
/// severity; high when it is deleted again, or when its program is a command interpreter
/// ([Commands]); changing one is medium, starting and stopping low, looking for information. With
/// encrypted calls the operation is known, the program is not.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class RemoteService implements Detector {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "remote-service",
          "Service of another host",
          "1.0.0",
          "calls of the service control manager (SVCCTL) from another host: high when a"
              + " service was made that runs a command interpreter or was deleted again, medium"
              + " when one was made or changed, low when one was started or stopped, else"
              + " information",
          "MS-SCMR; ATT&CK T1569.002; the grading is own",
          new Technique("T1569.002", "System Services: Service Execution", "Execution"),
          "software distribution, monitoring and administrators who manage services" + " remotely",
          "ask who administers from there; on the server look at the service's program and"
              + " event 7045");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, RemoteService::finding);

  enum Sign {
    CREATED,
    INTERPRETER,
    DELETED,
    CHANGED,
    CONTROLLED,
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
    if (fact instanceof RpcCall call && call.interfaceName().equals("SVCCTL")) {
      Sightings.Pair<Sign> pair = pairs.at(key, fact);
      Sign sign = sign(call.operation());
      pair.kinds().putIfAbsent(sign, String.join(" ", call.texts()));
      if (sign == Sign.CREATED && call.texts().stream().anyMatch(Commands::runsOne)) {
        pair.kinds().putIfAbsent(Sign.INTERPRETER, call.texts().getLast());
      }
    }
  }

  private static Sign sign(String operation) {
    if (operation.startsWith("RCreate")) {
      return Sign.CREATED;
    }
    if (operation.startsWith("RChangeServiceConfig")) {
      return Sign.CHANGED;
    }
    if (operation.startsWith("RStartService") || operation.startsWith("RControlService")) {
      return Sign.CONTROLLED;
    }
    return operation.equals("RDeleteService") ? Sign.DELETED : Sign.LOOKED;
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    Severity severity = severity(pair);
    String what =
        switch (severity) {
          case HIGH, MEDIUM -> pair.saw(Sign.CREATED) ? "made a service" : "changed a service";
          case LOW -> "started or stopped services";
          default -> "looked at services";
        };
    String example =
        pair.kinds().getOrDefault(Sign.CREATED, pair.kinds().getOrDefault(Sign.CHANGED, ""));
    return Optional.of(
        pair.finding(
            INFO,
            "%s %s on %s%s"
                .formatted(
                    pair.client(),
                    what,
                    pair.server(),
                    example.isEmpty() ? "" : " (" + Commands.shortened(example) + ")"),
            severity,
            severity == Severity.HIGH ? 0.85 : 0.6,
            "the operations stand in the calls; whether they were meant is not known",
            new Measure("calls", pair.count(), 1, "calls")));
  }

  private static Severity severity(Sightings.Pair<Sign> pair) {
    if (pair.saw(Sign.CREATED)) {
      boolean passing = pair.saw(Sign.DELETED) || pair.saw(Sign.INTERPRETER);
      return passing ? Severity.HIGH : Severity.MEDIUM;
    }
    if (pair.saw(Sign.CHANGED)) {
      return Severity.MEDIUM;
    }
    return pair.saw(Sign.CONTROLLED) || pair.saw(Sign.DELETED) ? Severity.LOW : Severity.INFO;
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
