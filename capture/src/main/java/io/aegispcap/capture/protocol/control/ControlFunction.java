package io.aegispcap.capture.protocol.control;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// A function that a master had a device carry out, all times together that it was answered alike.
///
/// @param frameId frame of the first request
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param protocol such as `modbus`
/// @param byServer whether the master is the conversation's server; with `REPORT` it is the side
///   that is told
/// @param unit the device behind the address, as the protocol names it; may be empty
/// @param code of the function, as the protocol's reader numbers it
/// @param function its name
/// @param action what it does
/// @param answer `ok`, the name of the error, `unanswered`, or empty where none is due
/// @param targets what was written or asked for, at most [FunctionTally#MOST_TARGETS]
/// @param count how often, 1 or more
/// @param lastFrame frame of the last request
/// @param lastTimestamp nanoseconds since 1970-01-01T00:00:00Z of `lastFrame`
public record ControlFunction(
    long frameId,
    long timestamp,
    String protocol,
    boolean byServer,
    String unit,
    int code,
    String function,
    ControlAction action,
    String answer,
    List<String> targets,
    long count,
    long lastFrame,
    long lastTimestamp)
    implements Fact {
  public static final String OK = "ok";
  public static final String UNANSWERED = "unanswered";

  public ControlFunction {
    targets = List.copyOf(targets);
  }

  /// Whether the device said that it did it.
  public boolean accepted() {
    return answer.equals(OK);
  }

  /// Whether the device said that it did not.
  public boolean refused() {
    return !answer.isEmpty() && !accepted() && !answer.equals(UNANSWERED);
  }

  @Override
  public void describe(FactWriter out) {
    out.text(protocol + ".func", function);
    out.text("event.action", action.label());
    out.text(protocol + ".unit", unit);
    out.text(protocol + ".answer", answer);
    out.list(protocol + ".targets", targets);
    out.number("event.count", count);
    out.flag(protocol + ".by_server", byServer);
    out.number(protocol + ".last_frame", lastFrame);
    out.time("event.end", lastTimestamp);
  }
}
