package io.aegispcap.analysis.dissection;

import java.util.List;

/// One frame, taken apart.
///
/// @param number in its capture, from 1
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z
/// @param capturedLength bytes that the capture holds of it
/// @param originalLength bytes on the wire
/// @param source address of the innermost packet; empty when it has none
/// @param destination as the source
/// @param protocol the innermost that was recognised, such as `dns` or `tcp`
/// @param summary the frame in one line
/// @param layers from the outermost inwards; never empty
/// @param dump its bytes, the first [HexDump#MOST] of them
public record Dissection(
    long number,
    long timestamp,
    int capturedLength,
    int originalLength,
    String source,
    String destination,
    String protocol,
    String summary,
    List<Layer> layers,
    HexDump dump) {
  public Dissection {
    layers = List.copyOf(layers);
  }

  /// What one header says, or one message.
  ///
  /// @param name such as `IPv4`
  public record Layer(String name, List<Field> fields) {
    public Layer {
      fields = List.copyOf(fields);
    }
  }

  /// @param name as the RFC calls it, or ECS
  public record Field(String name, String value) {}
}
