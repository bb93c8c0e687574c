package io.aegispcap.platform.captures.upload;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonLeft;
import io.aegispcap.platform.web.ProblemException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Ends what was left: completes uploads that the server went down with, and removes those that
/// nothing comes for any more.
@Component
public class UploadSweep {
  private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);

  private final UploadStore store;
  private final UploadFiles files;
  private final UploadLocks locks;
  private final Settling settling;

  UploadSweep(UploadStore store, UploadFiles files, UploadLocks locks, Settling settling) {
    this.store = store;
    this.files = files;
    this.locks = locks;
    this.settling = settling;
  }

  @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
  public void run() throws IOException {
    for (Upload upload : store.unsettled()) {
      settle(upload);
    }
    for (UUID id : store.expired()) {
      remove(id);
    }
    for (UUID id : files.all()) {
      if (store.find(id).isEmpty()) {
        remove(id);
      }
    }
  }

  private void settle(Upload found) {
    Optional<UploadLocks.Hold> free = locks.tryHold(found.id());
    if (free.isEmpty()) {
      return; // somebody does it just now
    }
    try (UploadLocks.Hold _ = free.get()) {
      Optional<Upload> upload = store.find(found.id()).filter(still -> !still.settled());
      if (upload.isPresent()) {
        settling.check(upload.get(), 0);
        settling.settle(upload.get(), Caller.Person.atBrowser(upload.get().owner(), "", Set.of()));
      }
    } catch (ProblemException _) {
      // It is no capture, and its row says so now.
    } catch (IOException | DataAccessException | TransactionException fault) {
      LOG.warn("The upload {} can't be completed yet", found.id(), fault);
    }
  }

  private void remove(UUID id) throws IOException {
    Optional<UploadLocks.Hold> free = locks.tryHold(id);
    if (free.isPresent()) {
      try (UploadLocks.Hold _ = free.get()) {
        store.delete(id);
        files.delete(id);
      }
    }
  }

  @ApplicationModuleListener
  void forget(PersonLeft left) throws IOException {
    for (UUID id : store.of(left.person())) {
      store.delete(id);
      files.delete(id);
    }
  }
}
