package io.aegispcap.analysis.flow;

/// Why a flow was ended: IPFIX flowEndReason (RFC 5102 5.11.3).
public enum EndReason {
  /// No packet for longer than the idle timeout.
  IDLE_TIMEOUT(1, "idle timeout"),
  /// It went on for longer than the active timeout; what follows is a new flow.
  ACTIVE_TIMEOUT(2, "active timeout"),
  /// FIN both ways or RST was seen.
  END_OF_FLOW(3, "end of flow detected"),
  /// The capture ended.
  FORCED_END(4, "forced end"),
  /// The table was full, and this flow was the idlest.
  LACK_OF_RESOURCES(5, "lack of resources");

  private final int code;
  private final String label;

  EndReason(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /// The IPFIX value.
  public int code() {
    return code;
  }

  /// The IPFIX name in lower case.
  public String label() {
    return label;
  }
}
