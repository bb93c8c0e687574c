package io.aegispcap.analysis.detection.control;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;

/// What a host tried to find out about devices.
final class Explorer {
  /// A unit asked more often than this, and silent, is one that is polled and down.
  private static final int TRIES = 3;

  private static final int MOST_COUNTED = 1_024;

  final Proof proof = new Proof();
  final Span span = new Span();
  private final DistinctSet silentUnits = new DistinctSet(MOST_COUNTED);
  private final DistinctSet speakingUnits = new DistinctSet(MOST_COUNTED);
  private final DistinctSet unsupported = new DistinctSet(MOST_COUNTED);
  private final DistinctSet identified = new DistinctSet(MOST_COUNTED);
  String address = "";
  String device = "";
  String protocol = "";
  long count;
  boolean isDevice;

  void add(FlowKey key, IpAddress target, ControlFunction fact) {
    long mixed = Addresses.mixed(target.high(), target.low());
    long unit = mixed ^ (long) fact.unit().hashCode() << 20;
    if (fact.accepted()) {
      speakingUnits.add(unit);
    }
    boolean silent = fact.answer().equals(ControlFunction.UNANSWERED) && fact.count() <= TRIES;
    boolean found = false;
    if (!fact.unit().isEmpty() && (silent || isAbsent(fact.answer()))) {
      silentUnits.add(unit);
      found = true;
    }
    if (isUnsupported(fact.answer())) {
      unsupported.add(mixed ^ (long) fact.code() << 16);
      found = true;
    }
    if (fact.action() == ControlAction.IDENTIFY && Addresses.oneHost(target.high(), target.low())) {
      identified.add(mixed);
      found = true;
    }
    if (found) {
      device = target.toString();
      protocol = fact.protocol();
      count += fact.count();
      span.add(fact.timestamp());
      span.add(fact.lastTimestamp());
      proof.add(key, fact.frameId());
    }
  }

  /// A gateway says that nothing is there.
  private static boolean isAbsent(String answer) {
    return answer.equals("gateway_target_failed_to_respond")
        || answer.equals("gateway_path_unavailable")
        || answer.equals("unknown_common_address");
  }

  private static boolean isUnsupported(String answer) {
    return answer.equals("illegal_function")
        || answer.equals("function_not_supported")
        || answer.equals("unknown_type")
        || answer.equals("link_not_supported");
  }

  /// Units that are not there, when they are more than those that are; else 0.
  int units() {
    return silentUnits.size() > speakingUnits.size() ? silentUnits.size() : 0;
  }

  int functions() {
    return unsupported.size();
  }

  int devices() {
    return identified.size();
  }
}
