package io.aegispcap.platform.audit.store;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.audit.AuditChain;
import io.aegispcap.platform.audit.AuditEntry;
import io.aegispcap.platform.audit.AuditLog;
import io.aegispcap.platform.database.SqlInstant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/// Writers queue at the row that holds the end of the chain, until their transactions end.
@Repository
class JdbcAuditLog implements Deeds, AuditLog {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final JsonMapper json;
  private final TransactionOperations transactions;

  JdbcAuditLog(
      JdbcClient sql, InstantSource clock, JsonMapper json, TransactionOperations transactions) {
    this.sql = sql;
    this.clock = clock;
    this.json = json;
    this.transactions = transactions;
  }

  private record End(long seq, byte[] hash) {}

  /// Not `@Transactional`: a default method of the interface would pass the proxy by.
  @Override
  public void record(Caller who, String action, String target, Map<String, String> detail) {
    transactions.executeWithoutResult(_ -> append(who, action, target, detail));
  }

  private void append(Caller who, String action, String target, Map<String, String> detail) {
    End end = end("select seq, hash from audit_head for update");
    AuditEntry entry =
        new AuditEntry(
            end.seq() + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            who instanceof Caller.Person person ? Optional.of(person.id()) : Optional.empty(),
            address(),
            action,
            target,
            json.writeValueAsString(new TreeMap<>(detail)));
    append(entry, AuditChain.hash(end.hash(), entry));
  }

  private void append(AuditEntry entry, byte[] hash) {
    sql.sql(
            """
            insert into audit_entry (seq, at, person, address, action, target, detail, hash)
            values (:seq, :at, :person, :address, :action, :target, :detail, :hash)
            """)
        .param("seq", entry.seq())
        .param("at", SqlInstant.of(entry.at()))
        .param("person", entry.person().map(PersonId::value).orElse(null))
        .param("address", entry.address())
        .param("action", entry.action())
        .param("target", entry.target())
        .param("detail", entry.detail())
        .param("hash", hash)
        .update();
    sql.sql("update audit_head set seq = :seq, hash = :hash")
        .param("seq", entry.seq())
        .param("hash", hash)
        .update();
  }

  @Override
  public List<AuditEntry> search(Query query, int most) {
    return sql.sql(
            """
            select * from audit_entry
             where (:person::uuid is null or person = :person)
               and (:before::bigint is null or seq < :before)
               and (:text = '' or position(lower(:text) in lower(action || ' ' || target || ' ' || detail)) > 0)
             order by seq desc limit :most
            """)
        .param("person", query.person().map(PersonId::value).orElse(null))
        .param("before", query.before().orElse(null))
        .param("text", query.text())
        .param("most", most)
        .query((row, _) -> ChainReader.entry(row))
        .list();
  }

  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Verdict verify() {
    return new ChainReader(sql).verify();
  }

  private End end(String statement) {
    return sql.sql(statement)
        .query((row, _) -> new End(row.getLong("seq"), row.getBytes("hash")))
        .single();
  }

  private static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? current.getRequest().getRemoteAddr()
        : "";
  }
}
