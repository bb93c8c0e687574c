package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How far uploads are.
public interface UploadStore {

  /// A new one.
  ///
  /// @param valid so long, unless something comes
  Upload insert(
      PersonId owner,
      String name,
      Visibility visibility,
      long size,
      String metadata,
      Duration valid);

  Optional<Upload> find(UUID id);

  /// Those of somebody that are not settled, the latest first.
  List<Upload> open(PersonId owner);

  /// Sizes of those of somebody that are not settled.
  long openBytes(PersonId owner);

  /// More is on disk for good.
  void advance(UUID id, long received, Duration valid);

  void arrived(UUID id, CaptureId capture, boolean known);

  void refused(UUID id, String why);

  void delete(UUID id);

  /// Those complete of which nothing has come yet.
  List<Upload> unsettled();

  /// Those that nothing came for in time, complete ones not counted unless settled.
  List<UUID> expired();

  List<UUID> of(PersonId owner);
}
