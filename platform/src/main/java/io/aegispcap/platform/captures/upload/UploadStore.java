package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.CaptureId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How far uploads are.
public interface UploadStore {

  void insert(Upload upload, Instant begun);

  Optional<Upload> find(UUID id);

  /// Those of somebody that are not settled, the latest first.
  List<Upload> open(PersonId owner);

  /// Sizes of those of somebody that are not settled.
  long openBytes(PersonId owner);

  /// More is on disk for good.
  void advance(UUID id, long received, Instant expires);

  void arrived(UUID id, CaptureId capture, boolean known);

  void refused(UUID id, String why);

  void delete(UUID id);

  /// Those complete of which nothing has come yet.
  List<Upload> unsettled();

  /// Those that nothing came for until this moment, complete ones not counted unless settled.
  List<UUID> expired(Instant moment);

  List<UUID> of(PersonId owner);
}
