package io.aegispcap.platform.blobs;

import java.io.IOException;
import java.io.InputStream;

/// Where all content is, without the rows that say what is kept: for backups, which bring rows of
/// their own.
public interface ContentStore {

  /// Verified while it is read, as [Blobs#open] says.
  ///
  /// @throws MissingBlobException when it is not there
  /// @throws DamagedBlobException on opening or on reading
  InputStream open(Blob blob) throws IOException;

  /// Reads the content to its end, in constant memory, and keeps it; when this returns, it survives
  /// a power cut.
  ///
  /// @return whether it was not there before
  /// @throws DamagedBlobException when it is another content; then nothing is kept
  boolean put(Blob blob, InputStream content) throws IOException;

  /// Does nothing when it is not there.
  void remove(BlobId id) throws IOException;
}
