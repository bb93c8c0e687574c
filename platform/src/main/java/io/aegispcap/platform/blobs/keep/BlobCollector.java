package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.BlobId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes content that nobody needs. Each step can be the last before a crash, and other nodes may
/// do the same: first rows become doomed, which foreign keys forbid where they refer to them; then
/// doomed content is removed, which announcements forbid.
@Component
public class BlobCollector {
  private static final Logger LOG = LoggerFactory.getLogger(BlobCollector.class);
  private static final int BATCH = 500;

  private final BlobIndex index;
  private final Contents contents;
  private final Duration grace;

  BlobCollector(BlobIndex index, Contents contents, BlobSettings settings) {
    this.index = index;
    this.contents = contents;
    this.grace = settings.grace();
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  public void collect() throws IOException {
    index.expireAnnouncements(grace);
    int doomed = doom();
    remove();
    contents.sweep(grace);
    if (doomed > 0) {
      LOG.info("Collected {} contents that nothing referred to", doomed);
    }
  }

  private int doom() {
    int doomed = 0;
    List<BlobId> batch = index.unreferenced(grace, Optional.empty(), BATCH);
    while (!batch.isEmpty()) {
      for (BlobId id : batch) {
        doomed += index.doom(id, grace) ? 1 : 0;
      }
      batch = index.unreferenced(grace, Optional.of(batch.getLast()), BATCH);
    }
    return doomed;
  }

  private void remove() throws IOException {
    List<BlobId> batch = index.doomed(Optional.empty(), BATCH);
    while (!batch.isEmpty()) {
      for (BlobId id : batch) {
        index.remove(id, contents::remove);
      }
      batch = index.doomed(Optional.of(batch.getLast()), BATCH);
    }
  }
}
