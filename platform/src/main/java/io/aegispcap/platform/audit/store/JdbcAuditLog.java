package io.aegispcap.platform.audit.store;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.audit.AuditEntry;
import io.aegispcap.platform.audit.AuditLog;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAuditLog implements Deeds, AuditLog {
  private final JdbcClient sql;
  private final ChainWriter chain;

  JdbcAuditLog(JdbcClient sql, ChainWriter chain) {
    this.sql = sql;
    this.chain = chain;
  }

  @Override
  public void record(Caller who, String action, String target, Map<String, String> detail) {
    chain.append(List.of(chain.deed(who, action, target, detail)));
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
}
