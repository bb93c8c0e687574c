package io.aegispcap.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// On the real table.
@RunningPlatform
class AuditLogTests {
  private static final Caller VISITOR = new Caller.Visitor();

  private final AuditLog log;
  private final Deeds deeds;
  private final Guests guests;
  private final Browser browser;
  private final JdbcClient sql;
  private final TransactionOperations transactions;

  AuditLogTests(
      AuditLog log,
      Deeds deeds,
      Guests guests,
      Browser browser,
      JdbcClient sql,
      TransactionOperations transactions) {
    this.log = log;
    this.deeds = deeds;
    this.guests = guests;
    this.browser = browser;
    this.sql = sql;
    this.transactions = transactions;
  }

  @Test
  void recordsWhoDidWhatFromWhere() {
    Guest guest = guests.join();
    guest.browser().submit("/account", "/account", Map.of("name", "Ada", "expertise", "DNS"));
    AuditEntry entry = search("person.describe", guest).getFirst();
    assertThat(entry.target()).isEqualTo(guest.id().toString());
    assertThat(entry.address()).isEqualTo("127.0.0.1");
  }

  @Test
  void staysIntactWhenManyWriteAtOnce() {
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        writers.execute(() -> deeds.record(VISITOR, "test.write", "at once"));
      }
    }
    assertThat(log.verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
    assertThat(log.search(query("at once"), 1000)).hasSize(100);
  }

  @Test
  void keepsNothingOfADeedThatWasRolledBack() {
    transactions.executeWithoutResult(
        undone -> {
          deeds.record(VISITOR, "test.rollback", "never was");
          undone.setRollbackOnly();
        });
    assertThat(log.search(query("never was"), 10)).isEmpty();
    assertThat(log.verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
  }

  @Test
  void refusesChangesThroughSql() {
    deeds.record(VISITOR, "test.write", "stays");
    assertThatThrownBy(() -> sql.sql("update audit_entry set target = 'x'").update())
        .hasMessageContaining("audit entries are never changed");
    assertThatThrownBy(() -> sql.sql("delete from audit_entry").update())
        .hasMessageContaining("audit entries are never changed");
  }

  @Test
  void findsARowThatWasAlteredBehindItsBack() {
    deeds.record(VISITOR, "test.write", "before");
    deeds.record(VISITOR, "test.write", "altered later");
    long seq = log.search(query("altered later"), 1).getFirst().seq();
    transactions.executeWithoutResult(
        undone -> {
          sql.sql("set local session_replication_role = replica").update();
          sql.sql("update audit_entry set target = 'forged' where seq = :seq")
              .param("seq", seq)
              .update();
          assertThat(log.verify())
              .isEqualTo(new AuditLog.Verdict.Broken("entry " + seq + " was altered"));
          undone.setRollbackOnly();
        });
  }

  @Test
  void findsThatTheEndIsMissing() {
    deeds.record(VISITOR, "test.write", "cut off");
    transactions.executeWithoutResult(
        undone -> {
          sql.sql("set local session_replication_role = replica").update();
          sql.sql("delete from audit_entry where seq = (select max(seq) from audit_entry)")
              .update();
          assertThat(log.verify().toString()).contains("missing");
          undone.setRollbackOnly();
        });
  }

  @Test
  void isForAdministratorsAlone() {
    assertThat(browser.get("/audit").status()).isEqualTo(302);
    assertThat(guests.join(Role.MAINTAINER).browser().get("/audit").status()).isEqualTo(403);
    Guest administrator = guests.join(Role.ADMINISTRATOR);
    assertThat(administrator.browser().get("/audit?q=person.join").body()).contains("person.join");
  }

  @Test
  void recordsThatItWasSearchedAndWithHowManyResults() {
    Guest administrator = guests.join(Role.ADMINISTRATOR);
    administrator.browser().get("/audit?q=nothing-like-this");
    AuditEntry entry = search("audit.search", administrator).getFirst();
    assertThat(entry.target()).isEqualTo("nothing-like-this");
    assertThat(entry.detail()).isEqualTo("{\"results\":\"0\"}");
  }

  private List<AuditEntry> search(String text, Guest by) {
    return log.search(new AuditLog.Query(text, Optional.of(by.id()), Optional.empty()), 10);
  }

  private static AuditLog.Query query(String text) {
    return new AuditLog.Query(text, Optional.empty(), Optional.empty());
  }
}
