package io.aegispcap.platform.blobs;

import java.io.IOException;
import java.io.Serial;

/// Content is not what it was when it was stored.
public final class DamagedBlobException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public DamagedBlobException(BlobId id, String how) {
    super("The stored content " + id + " is damaged: " + how + ". Restore it from a backup.");
  }
}
