package io.aegispcap.analysis.detection.control;

import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.control.ControlFunction;

/// Who asks and who is asked: the device may have opened the connection.
///
/// @param master who asks, or is told
/// @param device the controller, station or building device
record Parties(IpAddress master, IpAddress device) {
  static Parties of(FlowKey key, ControlFunction fact) {
    return fact.byServer()
        ? new Parties(key.destination(), key.source())
        : new Parties(key.source(), key.destination());
  }
}
