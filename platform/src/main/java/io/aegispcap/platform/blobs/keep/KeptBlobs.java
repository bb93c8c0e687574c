package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.blobs.MissingBlobException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Content comes in by steps, each of which may be the last before a crash: a file in the spool,
/// which is swept some day; an announcement, by which the collector finds what comes next; the
/// content in the store; the row that says it is kept.
@Service
public class KeptBlobs implements Blobs {
  private final BlobIndex index;
  private final Contents contents;

  public KeptBlobs(BlobIndex index, Contents contents) {
    this.index = index;
    this.contents = contents;
  }

  @Override
  public Blob store(InputStream content) throws IOException {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("content is stored before the transaction that needs it");
    }
    try (Spooled spooled = Spooled.write(content, contents.spool())) {
      Blob blob = spooled.blob();
      UUID announcement = index.announce(blob.id());
      contents.put(blob, spooled.file());
      if (!index.keep(blob, announcement)) {
        index.abandon(blob.id());
        throw new IOException(
            "Storing " + blob.id() + " took longer than aegis.blobs.grace. Store it again.");
      }
      return blob;
    }
  }

  @Override
  public InputStream open(BlobId id) throws IOException {
    return new VerifiedContents(contents).open(require(id));
  }

  @Override
  public Path file(BlobId id) throws IOException {
    return contents.file(require(id));
  }

  private Blob require(BlobId id) throws MissingBlobException {
    return index.find(id).orElseThrow(() -> new MissingBlobException(id));
  }
}
