package io.aegispcap.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Tells modules again what they could not take in, as when the database was gone in the middle of
/// it. What was not even recorded as failed counts as such after the times in
/// `application.properties`.
@Component
class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration LEAST_AGE = Duration.ofSeconds(5);

  private final FailedEventPublications failed;

  Outbox(FailedEventPublications failed) {
    this.failed = failed;
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void tellAgain() {
    try {
      failed.resubmit(ResubmissionOptions.defaults().withMinAge(LEAST_AGE));
    } catch (DataAccessException | TransactionException lost) {
      LOG.info("Events that failed wait until the database is back: {}", lost.getMessage());
    }
  }
}
