package io.aegispcap.analysis.detection.channel;

import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import java.util.Optional;

/// Whether what a host sent was its own doing or, in connections from outside, is not what it
/// always serves.
///
/// @param words what makes it so, for the end of a sentence; empty when the host opened the
///   connections
/// @param mayBeMedium whether more than the host's own history speaks of it
record Fetching(String words, boolean mayBeMedium) {
  /// A host that is known for so long shows by that what it serves: 10 minutes.
  static final long SETTLED = 10 * Span.MINUTE;

  /// Others who must have come before one can be said to fetch more than they.
  static final int OTHERS = 3;

  /// How much more.
  static final double MORE = 10;

  /// @param busiest whether it lies in an hour that stands out of the host's history
  static Optional<Fetching> of(
      Upload upload, Uploader host, TrackMap<Door> doors, boolean busiest) {
    if (upload.opened) {
      return Optional.of(new Fetching("", true));
    }
    String at = Door.text(upload.door(0));
    if (upload.called && waited(upload, doors)) {
      return Optional.of(new Fetching(", at " + at + ", where it let itself be called back", true));
    }
    if (!host.forgot() && fresh(upload, host, doors)) {
      long minutes = (began(upload, doors) - host.first()) / Span.MINUTE;
      return Optional.of(
          new Fetching(
              ", who fetched it at %s, where nobody outside was answered in the first %d minutes"
                  .formatted(at, minutes),
              true));
    }
    boolean more = upload.sent >= MORE * host.mostBut(upload.sent);
    boolean stands = busiest && more && host.fillsBusiest(upload.sent);
    return stands && host.visitors() > OTHERS
        ? Optional.of(
            new Fetching(", who fetched far more at %s than anybody else".formatted(at), false))
        : Optional.empty();
  }

  /// Whether it was for this one that the host waited: for data of FTP (RFC 959 3.2) or the like.
  private static boolean waited(Upload upload, TrackMap<Door> doors) {
    for (int i = 0; i < upload.doorCount(); i++) {
      if (Door.port(upload.door(i)) < Door.FIRST_OPEN_PORT || visitors(upload, i, doors) != 1) {
        return false;
      }
    }
    return true;
  }

  private static int visitors(Upload upload, int index, TrackMap<Door> doors) {
    return has(upload, index, doors) ? door(upload, index, doors).visitors() : 0;
  }

  /// Whether all that this one used was new and not for the public.
  private static boolean fresh(Upload upload, Uploader host, TrackMap<Door> doors) {
    for (int i = 0; i < upload.doorCount(); i++) {
      if (!has(upload, i, doors)) {
        return false;
      }
      Door door = door(upload, i, doors);
      if (door.first() - host.first() < SETTLED || door.visitors() > Door.FEW) {
        return false;
      }
    }
    return true;
  }

  private static long began(Upload upload, TrackMap<Door> doors) {
    long began = Long.MAX_VALUE;
    for (int i = 0; i < upload.doorCount(); i++) {
      began = Math.min(began, door(upload, i, doors).first());
    }
    return began;
  }

  private static boolean has(Upload upload, int index, TrackMap<Door> doors) {
    return doors.has(upload.hostHigh, upload.hostLow, upload.door(index), 0, 0);
  }

  private static Door door(Upload upload, int index, TrackMap<Door> doors) {
    return doors.at(upload.hostHigh, upload.hostLow, upload.door(index), 0, 0, upload.span.last());
  }
}
