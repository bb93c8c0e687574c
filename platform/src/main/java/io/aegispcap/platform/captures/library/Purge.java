package io.aegispcap.platform.captures.library;

import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.CaptureSettings;
import io.aegispcap.platform.captures.run.Analysing;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Removes for good what was deleted long ago. Its bytes go when nothing else has the same.
@Component
public class Purge {
  private final CaptureStore store;
  private final Analysing analysing;
  private final CaptureSettings settings;
  private final TransactionOperations transactions;

  Purge(
      CaptureStore store,
      Analysing analysing,
      CaptureSettings settings,
      TransactionOperations transactions) {
    this.store = store;
    this.analysing = analysing;
    this.settings = settings;
    this.transactions = transactions;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  public void run() {
    for (CaptureId id : store.deletedSince(settings.keepDeleted())) {
      transactions.executeWithoutResult(_ -> remove(id));
    }
  }

  private void remove(CaptureId id) {
    analysing.cancelAll(id);
    store.remove(id);
  }
}
