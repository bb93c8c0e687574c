package io.aegispcap.analysis.detection.channel;

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
import io.aegispcap.capture.protocol.shell.ShellSession;
import java.util.function.Consumer;

/// A command shell on a bare TCP connection, without login or encryption: how attackers give
/// commands once they are in (reverse and bind shells of netcat, bash, PowerShell and payloads).
///
/// Formula: a session in which one side sent lines and the other what is a shell's output or
/// prompt; high when the side that opened the connection lends the shell, medium when the other
/// does.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class OpenShell implements Detector {
  private static final DetectorInfo INFO =
      new DetectorInfo(
          "open-shell",
          "Command shell over bare TCP",
          "1.0.0",
          "a TCP connection without any protocol in which one side sends lines and the other has a"
              + " shell's prompts or output: high when the opener lends the shell (reverse shell), medium"
              + " when the other side does",
          "ATT&CK T1059; prompts and messages of bash, dash, BusyBox, cmd.exe and PowerShell",
          new Technique("T1059", "Command and Scripting Interpreter", "Execution"),
          "a serial console or an old management port that is reached by TCP; a lesson",
          "follow the stream to read what was commanded; isolate the host that lends the shell");

  private final Sightings<Sign> pairs = Sightings.ofServices(Sign.class, OpenShell::finding);

  enum Sign {
    REVERSE,
    LISTENING
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(ShellSession.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof ShellSession session) {
      pairs
          .at(key, fact)
          .kinds()
          .putIfAbsent(
              session.byOpener() ? Sign.REVERSE : Sign.LISTENING,
              session.commands() == 1 ? "1 line" : session.commands() + " lines");
    }
  }

  private static Finding finding(Sightings.Pair<Sign> pair) {
    boolean reverse = pair.saw(Sign.REVERSE);
    return pair.finding(
        INFO,
        (reverse
                ? "%s opened a command shell of its own to %s, which sent it commands (%s)"
                : "%s gave commands to a shell that waited at %s (%s)")
            .formatted(
                pair.client(),
                pair.server(),
                pair.kinds().get(reverse ? Sign.REVERSE : Sign.LISTENING)),
        reverse ? Severity.HIGH : Severity.MEDIUM,
        reverse ? 0.9 : 0.75,
        "prompts and output as shells write them",
        new Measure("sessions", pair.count(), 1, "sessions"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
