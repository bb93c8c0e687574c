package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.ContentStore;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import java.io.IOException;
import java.io.InputStream;

/// The store alone: content is what its name says, or refused.
public record VerifiedContents(Contents contents) implements ContentStore {

  @Override
  public InputStream open(Blob blob) throws IOException {
    InputStream content = contents.read(blob);
    try {
      return new VerifiedInput(content, blob);
    } catch (IOException damaged) {
      content.close();
      throw damaged;
    }
  }

  @Override
  public boolean put(Blob blob, InputStream content) throws IOException {
    boolean isNew = !holds(blob);
    try (Spooled spooled = Spooled.write(content, contents.spool())) {
      if (!spooled.blob().equals(blob)) {
        throw new DamagedBlobException(
            blob.id(),
            "it has %d bytes and the SHA-256 %s"
                .formatted(spooled.blob().size(), spooled.blob().id()));
      }
      contents.put(blob, spooled.file());
    }
    return isNew;
  }

  private boolean holds(Blob blob) throws IOException {
    try (InputStream _ = contents.read(blob)) {
      return true;
    } catch (MissingBlobException _) {
      return false;
    }
  }

  @Override
  public void remove(BlobId id) throws IOException {
    contents.remove(id);
  }
}
