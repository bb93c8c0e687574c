package io.aegispcap.platform.blobs.keep;

import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobDamaged;
import io.aegispcap.platform.blobs.ContentStore;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Reads all content again from time to time, slowly, so that damage is heard of while there is a
/// backup without it.
@Component
public class BlobScrub {
  private static final Logger LOG = LoggerFactory.getLogger(BlobScrub.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LEAST_PATIENCE = Duration.ofHours(1);
  private static final int CHUNK = 1 << 18;

  private final ScrubIndex index;
  private final ContentStore contents;
  private final ScrubSettings settings;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;
  private final Counter bytes;
  private volatile int damaged;
  private volatile boolean stopping;

  BlobScrub(
      ScrubIndex index,
      Contents contents,
      ScrubSettings settings,
      ApplicationEventPublisher events,
      TransactionOperations transactions,
      MeterRegistry registry) {
    this.index = index;
    this.contents = new VerifiedContents(contents);
    this.settings = settings;
    this.events = events;
    this.transactions = transactions;
    this.bytes =
        Counter.builder("aegis.blobs.scrubbed")
            .baseUnit("bytes")
            .description("Stored content that was read again to verify it")
            .register(registry);
    Gauge.builder("aegis.blobs.damaged", this, scrub -> scrub.damaged)
        .description("Contents that are missing or not what they were")
        .register(registry);
  }

  /// Everything that is due.
  @Scheduled(initialDelay = 3, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  public void run() throws InterruptedException {
    damaged = index.damaged();
    if (settings.rate().toBytes() == 0) {
      return;
    }
    Optional<Blob> due = index.next(LEAST_PATIENCE);
    while (due.isPresent() && !stopping) {
      verify(due.get());
      due = stopping ? Optional.empty() : index.next(LEAST_PATIENCE);
    }
    damaged = stopping ? damaged : index.damaged();
  }

  private void verify(Blob blob) throws InterruptedException {
    try (InputStream content = contents.open(blob)) {
      if (readSlowly(content)) {
        index.right(blob, settings.every());
      }
    } catch (MissingBlobException | DamagedBlobException wrong) {
      tell(blob, String.valueOf(wrong.getMessage()));
    } catch (IOException unreadable) {
      LOG.warn("The content {} can't be read just now", blob.id(), unreadable);
    }
  }

  /// @return whether it came to its end
  private boolean readSlowly(InputStream content) throws IOException, InterruptedException {
    byte[] chunk = new byte[CHUNK];
    long begun = System.nanoTime();
    long passed = 0;
    for (int read = content.read(chunk); read >= 0 && !stopping; read = content.read(chunk)) {
      passed += read;
      bytes.increment(read);
      long due = (long) (passed * 1e9 / settings.rate().toBytes());
      long early = due - (System.nanoTime() - begun);
      if (early > 0) {
        TimeUnit.NANOSECONDS.sleep(early);
      }
    }
    return !stopping;
  }

  private void tell(Blob blob, String how) {
    LOG.error("{}", how);
    transactions.executeWithoutResult(
        _ -> {
          if (index.damaged(blob, how, DAY)) {
            events.publishEvent(new BlobDamaged(blob.id(), how));
          }
        });
  }

  @EventListener
  void stop(ContextClosedEvent closed) {
    stopping = true;
  }
}
