package io.aegispcap.platform.captures.flows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What goes on in the flows that a filter lets through.
///
/// @param all of the capture, whatever the filter
/// @param shown what the filter lets through
/// @param protocols by bytes, the largest first
/// @param talkers hosts by bytes, the largest first
/// @param pairs hosts that spoke with each other, by bytes, the largest first
public record Traffic(
    Totals all,
    Totals shown,
    Timeline timeline,
    List<Protocol> protocols,
    List<Talker> talkers,
    List<Pair> pairs) {
  public Traffic {
    protocols = List.copyOf(protocols);
    talkers = List.copyOf(talkers);
    pairs = List.copyOf(pairs);
  }

  /// @param start of the first packet; empty without flows
  /// @param end of the last packet
  public record Totals(
      long flows, long packets, long bytes, Optional<Instant> start, Optional<Instant> end) {

    public Duration span() {
      return start.isPresent() && end.isPresent()
          ? Duration.between(start.get(), end.get())
          : Duration.ZERO;
    }
  }

  /// How many hosts sent something or were sent something.
  public long hosts() {
    return talkers.isEmpty() ? 0 : talkers.getFirst().hosts();
  }

  /// @param application empty where none was recognised
  public record Protocol(
      String transport, Optional<String> application, long flows, long packets, long bytes) {

    public String name() {
      return application.orElse(transport);
    }
  }

  /// @param sent bytes
  /// @param received bytes
  /// @param hosts how many talk, this one among them
  public record Talker(String ip, long sent, long received, long flows, long hosts) {
    public long bytes() {
      return sent + received;
    }
  }

  /// @param one the side that opened most of them
  public record Pair(String one, String other, long flows, long packets, long bytes) {}
}
