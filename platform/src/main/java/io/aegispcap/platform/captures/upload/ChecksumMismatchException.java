package io.aegispcap.platform.captures.upload;

import java.io.Serial;

/// A piece is not what its sender says; it was thrown away.
public final class ChecksumMismatchException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  ChecksumMismatchException() {
    super("the bytes do not have the checksum that was sent with them");
  }
}
