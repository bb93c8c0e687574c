package io.aegispcap.platform.audit.store;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.audit.AuditChain;
import io.aegispcap.platform.audit.AuditEntry;
import io.aegispcap.platform.database.SqlInstant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/// Writers queue at the row that holds the end of the chain, until their transactions end.
@Component
class ChainWriter {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final JsonMapper json;
  private final TransactionOperations transactions;

  ChainWriter(
      JdbcClient sql, InstantSource clock, JsonMapper json, TransactionOperations transactions) {
    this.sql = sql;
    this.clock = clock;
    this.json = json;
    this.transactions = transactions;
  }

  private record End(long seq, byte[] hash) {}

  Deed deed(Caller who, String action, String target, Map<String, String> detail) {
    return new Deed(
        who instanceof Caller.Person person ? Optional.of(person.id()) : Optional.empty(),
        address(),
        action,
        target,
        json.writeValueAsString(new TreeMap<>(detail)));
  }

  /// In the order that they are in.
  void append(List<Deed> deeds) {
    transactions.executeWithoutResult(
        _ -> {
          End end = lockedEnd();
          for (Deed deed : deeds) {
            AuditEntry entry = entry(end.seq() + 1, deed);
            end = new End(entry.seq(), AuditChain.hash(end.hash(), entry));
            insert(entry, end.hash());
          }
          sql.sql("update audit_head set seq = :seq, hash = :hash")
              .param("seq", end.seq())
              .param("hash", end.hash())
              .update();
        });
  }

  private AuditEntry entry(long seq, Deed deed) {
    return new AuditEntry(
        seq,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        deed.person(),
        deed.address(),
        deed.action(),
        deed.target(),
        deed.detail());
  }

  private void insert(AuditEntry entry, byte[] hash) {
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
  }

  private End lockedEnd() {
    return sql.sql("select seq, hash from audit_head for update")
        .query((row, _) -> new End(row.getLong("seq"), row.getBytes("hash")))
        .single();
  }

  private static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? current.getRequest().getRemoteAddr()
        : "";
  }
}
