package io.aegispcap.platform.captures;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.BlobId;
import java.time.Instant;
import java.util.List;

/// A file of packets that somebody uploaded.
///
/// @param name as its owner calls it; any text, never a path
/// @param content its bytes, as they were uploaded
/// @param size of them
/// @param tags in alphabetical order
/// @param notes free text, may be empty
public record Capture(
    CaptureId id,
    String name,
    PersonId owner,
    Visibility visibility,
    BlobId content,
    long size,
    Instant uploaded,
    List<String> tags,
    String notes) {
  public Capture {
    tags = List.copyOf(tags);
  }
}
