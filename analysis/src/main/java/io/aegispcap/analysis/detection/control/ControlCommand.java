package io.aegispcap.analysis.detection.control;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One kind of [Command] that a host gives to controllers.
///
/// Formula: see [Command]. A command counts as carried out when the device accepted it, or when the
/// protocol has no answer to it.
///
/// Memory: [#PAIRS] pairs of a host and a device that commands were given to, and the evidence.
public final class ControlCommand implements Detector {
  static final int PAIRS = 8_192;

  private final Command command;
  private final DetectorInfo info;
  private final Watched<Pair> pairs =
      new Watched<>(PAIRS, (a, b, c, d, e) -> new Pair(), this::finding);

  public ControlCommand(Command command) {
    this.command = command;
    this.info = command.info();
  }

  /// What a host told a device to do.
  private static final class Pair {
    private final Set<ControlAction> done = EnumSet.noneOf(ControlAction.class);
    private final Proof proof = new Proof();
    private final Span span = new Span();
    private String master = "";
    private String device = "";
    private String protocol = "";
    private String example = "";
    private long count;
    private boolean carriedOut;

    private boolean leftStopped() {
      return done.contains(ControlAction.STOP)
          && !done.contains(ControlAction.START)
          && (done.contains(ControlAction.SILENCE)
              || done.contains(ControlAction.DOWNLOAD)
              || done.contains(ControlAction.ERASE));
    }
  }

  @Override
  public DetectorInfo info() {
    return info;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(ControlFunction.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof ControlFunction function && isCommand(function.action())) {
      Parties parties = Parties.of(key, function);
      Pair pair =
          pairs.at(
              parties.master().high(),
              parties.master().low(),
              parties.device().high(),
              parties.device().low(),
              function.protocol().hashCode(),
              function.lastTimestamp());
      pair.master = parties.master().toString();
      pair.device = parties.device().toString();
      pair.protocol = function.protocol();
      boolean done = function.accepted() || function.answer().isEmpty();
      if (done) {
        pair.done.add(function.action());
      }
      if (command.is(function.action())) {
        saw(pair, key, function, done);
      }
    }
  }

  private static boolean isCommand(ControlAction action) {
    for (Command command : Command.values()) {
      if (command.is(action)) {
        return true;
      }
    }
    return false;
  }

  private static void saw(Pair pair, FlowKey key, ControlFunction function, boolean done) {
    pair.count += function.count();
    pair.span.add(function.timestamp());
    pair.span.add(function.lastTimestamp());
    pair.proof.add(key, function.frameId());
    if (function.lastFrame() != function.frameId()) {
      pair.proof.add(key, function.lastFrame());
    }
    if (pair.example.isEmpty() || done && !pair.carriedOut) {
      pair.example =
          function.targets().isEmpty()
              ? function.function()
              : function.function() + " " + function.targets().getFirst();
    }
    pair.carriedOut |= done;
  }

  private Optional<Finding> finding(Pair pair) {
    if (pair.count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            info,
            pair.master,
            Optional.of(pair.device),
            "%s %s %s by %s (%s)%s"
                .formatted(
                    pair.master,
                    command.words,
                    pair.device,
                    pair.protocol,
                    pair.example,
                    pair.carriedOut ? "" : ", which did not accept it"),
            severity(pair),
            pair.carriedOut ? 0.7 : 0.5,
            "the commands and their answers stand in the packets; whether they were meant is not"
                + " known",
            pair.span.first(),
            pair.span.last(),
            pair.count,
            List.of(new Measure("commands", pair.count, 1, "commands")),
            pair.proof.evidence()));
  }

  private Severity severity(Pair pair) {
    if (!pair.carriedOut) {
      return Severity.LOW;
    }
    if (command != Command.UPLOAD && pair.leftStopped()) {
      return Severity.HIGH;
    }
    boolean onlyStarted = command == Command.STOP && !pair.done.contains(ControlAction.STOP);
    return onlyStarted ? Severity.LOW : command.severity;
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
