package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.oidc.Identities;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcIdentities implements Identities {
  private final JdbcClient sql;

  JdbcIdentities(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<PersonId> find(String issuer, String subject) {
    return sql.sql("select person from identity where issuer = :issuer and subject = :subject")
        .param("issuer", issuer)
        .param("subject", subject)
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  @Override
  @Transactional
  public void link(PersonId person, String issuer, String subject) {
    unlink(person);
    sql.sql("insert into identity (person, issuer, subject) values (:person, :issuer, :subject)")
        .param("person", person.value())
        .param("issuer", issuer)
        .param("subject", subject)
        .update();
  }

  @Override
  public void unlink(PersonId person) {
    sql.sql("delete from identity where person = :person").param("person", person.value()).update();
  }

  @Override
  public boolean isLinked(PersonId person) {
    return sql.sql("select exists (select from identity where person = :person)")
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }
}
