package io.aegispcap.capture.file;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is known about one capture once it has been read; before that, about the part read so far.
///
/// @param name as the user named it
/// @param format with its variant, such as "pcapng in gzip"
/// @param size bytes of the file as it lies on disk, compressed or not; of a stream, those read so
///   far
/// @param interfaces in the order of their declaration
public record CaptureInfo(String name, String format, long size, List<Interface> interfaces) {
  public CaptureInfo {
    interfaces = List.copyOf(interfaces);
  }

  /// Where frames were taken.
  ///
  /// @param section which pcapng section declares it, from 0
  /// @param name as the capture calls it; empty when it does not
  /// @param linkType LINKTYPE_ value
  /// @param snapLength bytes kept of a frame at most, as declared; 0 when there was no limit
  /// @param frames read
  /// @param earliest smallest timestamp, in nanoseconds since 1970; meaningless without frames
  /// @param latest largest timestamp; meaningless without frames
  public record Interface(
      int section,
      String name,
      int linkType,
      long snapLength,
      long frames,
      long earliest,
      long latest) {}

  public long frames() {
    return interfaces.stream().mapToLong(Interface::frames).sum();
  }

  /// Smallest timestamp in nanoseconds since 1970; [Long#MAX_VALUE] without frames.
  public long earliest() {
    return interfaces.stream().mapToLong(Interface::earliest).min().orElse(Long.MAX_VALUE);
  }

  /// Largest timestamp in nanoseconds since 1970; [Long#MIN_VALUE] without frames.
  public long latest() {
    return interfaces.stream().mapToLong(Interface::latest).max().orElse(Long.MIN_VALUE);
  }

  /// Frames by LINKTYPE_ value, link types without frames included.
  public SortedMap<Integer, Long> framesByLinkType() {
    SortedMap<Integer, Long> frames = new TreeMap<>();
    interfaces.forEach(one -> frames.merge(one.linkType(), one.frames(), Long::sum));
    return frames;
  }
}
