package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which content is kept. Content that may be in the store is always known here: as kept, as
/// announced, or as doomed.
public interface BlobIndex {

  Optional<Blob> find(BlobId id);

  /// Tells that this content is about to be put into the store, and waits for who is removing it
  /// right now.
  UUID announce(BlobId id);

  /// Turns an announcement into content that is kept.
  ///
  /// @return whether the announcement was still there
  boolean keep(Blob blob, UUID announcement);

  /// Dooms content that is in the store and may be unknown here.
  void abandon(BlobId id);

  /// Dooms the content of announcements that are older than this: who made them is gone.
  void expireAnnouncements(Duration grace);

  /// What no foreign key references and was last stored longer ago than this, in order.
  ///
  /// @param after the last one of the batch before
  List<BlobId> unreferenced(Duration grace, Optional<BlobId> after, int most);

  /// Stops to keep content, unless it is referenced or was stored lately.
  ///
  /// @return whether it is doomed now
  boolean doom(BlobId id, Duration grace);

  List<BlobId> doomed(Optional<BlobId> after, int most);

  /// Removes doomed content from the store, unless it is kept or announced again; nobody can
  /// announce it meanwhile.
  void remove(BlobId id, Removal removal) throws IOException;

  /// Removes it from the store.
  interface Removal {
    void remove(BlobId id) throws IOException;
  }
}
