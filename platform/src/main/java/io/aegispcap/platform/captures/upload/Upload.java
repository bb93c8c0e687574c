package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A file on its way here, in pieces.
///
/// @param size of the file
/// @param received so many bytes are on disk for good
/// @param metadata as the client sent it
/// @param expires when it is given up, unless more comes
/// @param late whether that time has come
/// @param capture what came of it
/// @param known whether that was there before
/// @param refused why nothing came of it though it is complete
public record Upload(
    UUID id,
    PersonId owner,
    String name,
    Visibility visibility,
    long size,
    long received,
    String metadata,
    Instant expires,
    boolean late,
    Optional<CaptureId> capture,
    boolean known,
    Optional<String> refused) {

  public boolean complete() {
    return received == size;
  }

  /// Whether nothing is left to do.
  public boolean settled() {
    return capture.isPresent() || refused.isPresent();
  }
}
