package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The captures as they are kept, whoever asks.
public interface CaptureStore {

  /// One that may be restored.
  record Deleted(Capture capture, Instant at) {}

  void insert(Capture capture);

  /// Unless it is deleted.
  Optional<Capture> find(CaptureId id);

  /// If it is deleted, and not yet gone.
  Optional<Deleted> findDeleted(CaptureId id);

  /// Name, visibility, tags and notes.
  void change(Capture capture);

  void delete(CaptureId id);

  void restore(CaptureId id);

  /// For good, with its analyses.
  void remove(CaptureId id);

  /// The next page in the query's order; one more than its limit if there is more.
  List<CaptureEntry> search(CaptureQuery query);

  /// What is deleted and may be restored by this audience, the latest first.
  List<Deleted> deleted(Audience audience, int most);

  /// Those with the same bytes, the first one first.
  List<Capture> withContent(BlobId content);

  /// Those deleted longer ago than this.
  List<CaptureId> deletedSince(Duration age);

  /// All that somebody owns, deleted ones too.
  List<Capture> ownedBy(PersonId owner);

  /// Bytes of all that somebody owns, deleted ones too.
  long bytesOf(PersonId owner);

  /// Keeps others from counting or adding what this person has, until the transaction ends.
  void lock(PersonId owner);
}
