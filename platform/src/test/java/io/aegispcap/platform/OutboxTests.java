package io.aegispcap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.blobs.BlobDamaged;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.notices.Notices;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Log;
import io.aegispcap.platform.running.RunningPlatform;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// What one module tells another arrives though the other could not take it in at first.
@RunningPlatform
class OutboxTests {
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;
  private final Notices notices;
  private final Guests guests;
  private final JdbcClient sql;

  OutboxTests(
      ApplicationEventPublisher events,
      TransactionOperations transactions,
      Notices notices,
      Guests guests,
      JdbcClient sql) {
    this.events = events;
    this.transactions = transactions;
    this.notices = notices;
    this.guests = guests;
    this.sql = sql;
  }

  @Test
  void tellsAgainWhatFailed() throws InterruptedException {
    Guests.Guest administrator = guests.join(Role.ADMINISTRATOR);
    BlobDamaged event = new BlobDamaged(new BlobId("ab".repeat(32)), "It is not what it was.");
    try (Log _ = new Log()) { // it complains
      sql.sql("alter table notice rename to notice_away").update();
      try {
        transactions.executeWithoutResult(_ -> events.publishEvent(event));
        await(() -> failures() == 1);
        assertThat(failures()).isEqualTo(1);
      } finally {
        sql.sql("alter table notice_away rename to notice").update();
      }
      await(() -> !notices.of(administrator.id(), 1).isEmpty());
    }
    assertThat(notices.of(administrator.id(), 1)).hasSize(1);
    await(() -> failures() == 0);
    assertThat(failures()).isZero();
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    Instant late = Instant.now().plusSeconds(60);
    while (!condition.holds() && Instant.now().isBefore(late)) {
      Thread.sleep(50);
    }
  }

  private int failures() {
    return sql.sql(
            """
            select count(*) from event_publication
             where event_type = :type and completion_date is null and status = 'FAILED'
            """)
        .param("type", BlobDamaged.class.getName())
        .query(Integer.class)
        .single();
  }
}
