package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import java.time.Duration;
import java.util.Optional;

/// Which content is to be read again, and what came of it. Nodes share the work.
public interface ScrubIndex {

  /// The one that is due for longest, for this node alone.
  ///
  /// @param atMost how long it is left to this node
  Optional<Blob> next(Duration atMost);

  /// @param again when it is read the next time
  void right(Blob blob, Duration again);

  /// @return whether this is news
  boolean damaged(Blob blob, String how, Duration again);

  /// How many are known to be damaged.
  int damaged();
}
