package io.aegispcap.capture.file;

import java.util.List;

/// What a capture says about one frame beside its bytes.
///
/// @param source where the frame was taken
/// @param comments of the frame, in their order
public record FrameContext(Source source, List<String> comments) {
  public FrameContext {
    comments = List.copyOf(comments);
  }

  /// An interface as its capture declares it.
  ///
  /// @param index among all interfaces of the capture, whatever their sections, from 0
  /// @param name empty when there is none
  /// @param description empty when there is none
  /// @param resolution of timestamps as an if_tsresol option states it: a negative power of 10, or
  ///   of 2 with bit 7 set
  public record Source(int index, String name, String description, int resolution) {}
}
