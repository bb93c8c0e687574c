package io.aegispcap.platform.blobs;

import java.io.IOException;
import java.io.Serial;

/// There is no such content: it never was, or it was collected.
public final class MissingBlobException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public MissingBlobException(BlobId id) {
    super("There is no content " + id + ".");
  }
}
