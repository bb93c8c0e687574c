package io.aegispcap.analysis.report;

import io.aegispcap.capture.file.CaptureInfo;
import io.aegispcap.capture.file.LinkType;
import io.aegispcap.capture.packet.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One capture of a run: what it is and what became of its packets.
///
/// @param name as the user named it
/// @param sha256 of the file as it lies on disk, 64 hexadecimal digits; absent for named pipes and
///   when it was not asked for
/// @param size bytes on disk, or read from the stream
/// @param packets read; the sum of `outcomes`
/// @param first time of the earliest packet in nanoseconds since 1970; 0 without packets
/// @param last time of the latest packet; 0 without packets
/// @param outcomes packets by what became of them, none of them 0
public record CaptureFacts(
    String name,
    Optional<String> sha256,
    String format,
    long size,
    List<Link> links,
    long packets,
    long first,
    long last,
    Map<Outcome, Long> outcomes) {
  public CaptureFacts {
    links = List.copyOf(links);
    Map<Outcome, Long> ordered = new EnumMap<>(Outcome.class);
    ordered.putAll(outcomes);
    outcomes = Collections.unmodifiableMap(ordered);
  }

  /// Packets of one link type.
  ///
  /// @param number LINKTYPE_ value
  public record Link(int number, String name, long packets) {}

  static CaptureFacts of(CaptureInfo info, Optional<String> sha256, Map<Outcome, Long> outcomes) {
    List<Link> links = new ArrayList<>();
    info.framesByLinkType()
        .forEach((number, frames) -> links.add(new Link(number, LinkType.name(number), frames)));
    boolean empty = info.frames() == 0;
    return new CaptureFacts(
        info.name(),
        sha256,
        info.format(),
        info.size(),
        links,
        info.frames(),
        empty ? 0 : info.earliest(),
        empty ? 0 : info.latest(),
        outcomes);
  }

  /// Packets that belong to flows.
  public long inFlows() {
    return outcomes.getOrDefault(Outcome.FLOW, 0L);
  }
}
