package io.aegispcap.platform.backup.file;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/// A backup is not what was written; nothing of it is restored.
final class DamagedBackupException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// @param entry where it shows; empty when it is none
  /// @param offset near which byte of the file
  DamagedBackupException(Path file, String entry, long offset, String how) {
    super(
        "The backup %s is damaged or cut short, near byte %d%s: %s. Nothing was restored."
            .formatted(file, offset, entry.isEmpty() ? "" : " in its entry " + entry, how));
  }
}
