package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;

/// Where the bytes are. Knows nothing of who needs them. Nodes may share one.
public interface Contents {

  /// The folder for files that [#put] takes.
  Path spool();

  /// Takes over a file with this very content, all or nothing. When this returns, the content
  /// survives a power cut. That it is there already is no fault.
  void put(Blob blob, Path spooled) throws IOException;

  /// As it is, not verified.
  ///
  /// @throws io.aegispcap.platform.blobs.MissingBlobException when it is not there
  InputStream read(Blob blob) throws IOException;

  /// As a local file, verified when this process sees it for the first time.
  ///
  /// @throws io.aegispcap.platform.blobs.MissingBlobException when it is not there
  /// @throws io.aegispcap.platform.blobs.DamagedBlobException when it is another content
  Path file(Blob blob) throws IOException;

  /// Does nothing when it is not there.
  void remove(BlobId id) throws IOException;

  /// Removes what a crash left half-written, once it is older than this.
  void sweep(Duration age) throws IOException;
}
