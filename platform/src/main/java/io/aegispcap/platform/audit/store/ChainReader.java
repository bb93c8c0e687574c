package io.aegispcap.platform.audit.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.audit.AuditChain;
import io.aegispcap.platform.audit.AuditEntry;
import io.aegispcap.platform.audit.AuditLog.Verdict;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the whole log, within a transaction that sees one state of it, some rows at a time.
final class ChainReader {
  private static final int ROWS_AT_ONCE = 1000;

  private final JdbcClient sql;

  ChainReader(JdbcClient sql) {
    this.sql = sql;
  }

  private record Row(AuditEntry entry, byte[] hash) {}

  Verdict verify() {
    AuditChain chain = new AuditChain();
    try (Stream<Row> rows =
        sql
            .sql("select * from audit_entry order by seq")
            .withFetchSize(ROWS_AT_ONCE)
            .query((row, _) -> new Row(entry(row), row.getBytes("hash")))
            .stream()) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        Optional<String> wrong = chain.follow(row.entry(), row.hash());
        if (wrong.isPresent()) {
          return new Verdict.Broken(wrong.get());
        }
      }
    }
    return end(chain).<Verdict>map(Verdict.Broken::new).orElse(new Verdict.Intact(chain.length()));
  }

  private Optional<String> end(AuditChain chain) {
    return sql.sql("select seq, hash from audit_head")
        .query((row, _) -> chain.end(row.getLong("seq"), row.getBytes("hash")))
        .optional()
        .orElse(Optional.of("the end of the chain is missing"));
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        SqlInstant.in(row, "at"),
        Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
        row.getString("address"),
        row.getString("action"),
        row.getString("target"),
        row.getString("detail"));
  }
}
