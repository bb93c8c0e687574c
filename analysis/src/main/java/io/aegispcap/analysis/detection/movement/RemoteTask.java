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

/// Tasks that one host schedules on another.
///
/// Formula: operations of the task scheduler (MS-TSCH 3.2.5.4, 3.2.5.2) between two hosts:
/// registering one is of medium severity; high when it is deleted again, or runs a command
/// interpreter as far as can be read; the rest is for information.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class RemoteTask implements Detector {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "remote-task",
          "Task on another host",
          "1.0.0",
          "a scheduled task registered on another host (SchRpcRegisterTask, NetrJobAdd):"
              + " medium; high when it can be read and runs a command interpreter, or is deleted"
              + " again; other calls of the scheduler are information",
          "MS-TSCH; ATT&CK T1053.005; the grading is own",
          new Technique("T1053.005", "Scheduled Task/Job: Scheduled Task", "Execution"),
          "software distribution and administrators who schedule tasks remotely",
          "read the task on the server (event 4698); see what it started");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, RemoteTask::finding);

  enum Sign {
    REGISTERED,
    INTERPRETER,
    DELETED,
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
    if (fact instanceof RpcCall call
        && (call.interfaceName().equals("ITaskSchedulerService")
            || call.interfaceName().equals("ATSVC"))) {
      Sightings.Pair<Sign> pair = pairs.at(key, fact);
      Sign sign = sign(call.operation());
      pair.kinds().putIfAbsent(sign, String.join(" ", call.texts()));
      if (sign == Sign.REGISTERED && call.texts().stream().anyMatch(Commands::runsOne)) {
        pair.kinds().putIfAbsent(Sign.INTERPRETER, call.texts().getLast());
      }
    }
  }

  private static Sign sign(String operation) {
    return switch (operation) {
      case "SchRpcRegisterTask", "NetrJobAdd" -> Sign.REGISTERED;
      case "SchRpcDelete", "NetrJobDel" -> Sign.DELETED;
      default -> Sign.LOOKED;
    };
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    boolean registered = pair.saw(Sign.REGISTERED);
    boolean passing = pair.saw(Sign.INTERPRETER) || pair.saw(Sign.DELETED);
    String example = pair.kinds().getOrDefault(Sign.REGISTERED, "");
    return Optional.of(
        pair.finding(
            INFO,
            "%s %s on %s%s"
                .formatted(
                    pair.client(),
                    registered ? "registered a task" : "looked at tasks",
                    pair.server(),
                    example.isEmpty() ? "" : " (" + Commands.shortened(example) + ")"),
            !registered ? Severity.INFO : passing ? Severity.HIGH : Severity.MEDIUM,
            registered && passing ? 0.85 : 0.6,
            "the operations stand in the calls; whether they were meant is not known",
            new Measure("calls", pair.count(), 1, "calls")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
