package io.aegispcap.capture.file;

/// Where frames of a capture were taken, as the reader counts them.
final class Interface {
  private final int section;
  private final FrameContext.Source source;
  private final int linkType;
  private final long snapLength;
  private final TimeResolution resolution;
  private long frames;
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  /// @param section which pcapng section declares it, from 0
  /// @param snapLength as declared; 0 when there is no limit
  Interface(
      int section,
      FrameContext.Source source,
      int linkType,
      long snapLength,
      TimeResolution resolution) {
    this.section = section;
    this.source = source;
    this.linkType = linkType;
    this.snapLength = snapLength;
    this.resolution = resolution;
  }

  FrameContext.Source source() {
    return source;
  }

  int linkType() {
    return linkType;
  }

  long snapLength() {
    return snapLength;
  }

  TimeResolution resolution() {
    return resolution;
  }

  void count(long timestamp) {
    frames++;
    earliest = Math.min(earliest, timestamp);
    latest = Math.max(latest, timestamp);
  }

  /// Counts a frame that has no time of its own.
  void countUntimed() {
    frames++;
  }

  CaptureInfo.Interface facts() {
    return new CaptureInfo.Interface(
        section, source.name(), linkType, snapLength, frames, earliest, latest);
  }
}
