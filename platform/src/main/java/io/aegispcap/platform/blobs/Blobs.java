package io.aegispcap.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Keeps content. Who wants a blob to stay references `blobs (sha256)` by a foreign key, without
/// `on delete cascade` or the like and with an index, in a transaction after [#store] returned.
/// What no foreign key references is collected some time after it was last stored.
public interface Blobs {

  /// Reads the content to its end, in constant memory, and keeps it; when this returns, it survives
  /// a power cut. Not to be called within a transaction, since it may take long.
  Blob store(InputStream content) throws IOException;

  /// Verified while it is read: damaged content throws before its last bytes are handed over.
  ///
  /// @throws MissingBlobException when it is not kept
  /// @throws DamagedBlobException on opening or on reading
  InputStream open(BlobId id) throws IOException;

  /// A local file with the whole content, which is not to be changed. Content that is kept
  /// elsewhere is copied into a cache of bounded size and verified on the way; a file stays
  /// readable to who has opened it, but open it soon.
  ///
  /// @throws MissingBlobException when it is not kept
  /// @throws DamagedBlobException when its size is another, or a copy does not have its hash
  Path file(BlobId id) throws IOException;
}
