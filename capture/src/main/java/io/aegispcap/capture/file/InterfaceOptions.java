package io.aegispcap.capture.file;

/// What the options of an interface description say. Source: draft-ietf-opsawg-pcapng 4.2.
final class InterfaceOptions {
  private static final int NAME = 2;
  private static final int DESCRIPTION = 3;
  private static final int RESOLUTION = 9;
  private static final int OFFSET = 14;
  private static final int MAX_TEXT = 256;

  private final PcapngOptions options;
  private String name = "";
  private String description = "";
  private int resolution = TimeResolution.MICROSECONDS;
  private long offsetSeconds;

  /// Reads the options between two places, counted from the position of the bytes.
  InterfaceOptions(PcapngOptions options, long from, long to) {
    this.options = options;
    options.each(from, to, this::take);
  }

  private void take(int code, long at, int length) {
    if (code == NAME) {
      name = options.text(at, Math.min(length, MAX_TEXT));
    } else if (code == DESCRIPTION) {
      description = options.text(at, Math.min(length, MAX_TEXT));
    } else if (code == RESOLUTION && length >= 1) {
      resolution = options.int8(at);
    } else if (code == OFFSET && length >= 8) {
      offsetSeconds = options.int64(at);
    }
  }

  FrameContext.Source source(int index) {
    return new FrameContext.Source(index, name, description, resolution);
  }

  TimeResolution timeResolution() {
    return new TimeResolution(resolution, offsetSeconds);
  }
}
