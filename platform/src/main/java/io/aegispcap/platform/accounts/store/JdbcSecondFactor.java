package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.AuthenticatorKey;
import io.aegispcap.platform.accounts.entry.SecondFactor;
import io.aegispcap.platform.accounts.entry.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSecondFactor implements SecondFactor {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_CODE_LENGTH = 16;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final SecureRandom random;

  JdbcSecondFactor(JdbcClient sql, InstantSource clock, SecureRandom random) {
    this.sql = sql;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public boolean isOn(PersonId person) {
    return key(person, true).isPresent();
  }

  @Override
  public AuthenticatorKey propose(PersonId person) {
    AuthenticatorKey key = AuthenticatorKey.make(random);
    sql.sql(
            """
            insert into totp (person, secret, confirmed, last_step) values (:person, :secret, false, 0)
            on conflict (person) do update set secret = :secret where not totp.confirmed
            """)
        .param("person", person.value())
        .param("secret", key.secret())
        .update();
    return key;
  }

  @Override
  public Optional<AuthenticatorKey> proposed(PersonId person) {
    return key(person, false);
  }

  private Optional<AuthenticatorKey> key(PersonId person, boolean confirmed) {
    return sql.sql("select secret from totp where person = :person and confirmed = :confirmed")
        .param("person", person.value())
        .param("confirmed", confirmed)
        .query((row, _) -> new AuthenticatorKey(row.getBytes("secret")))
        .optional();
  }

  @Override
  @Transactional
  public Optional<List<String>> confirm(PersonId person, String code) {
    if (!use(key(person, false), person, code)) {
      return Optional.empty();
    }
    sql.sql("update totp set confirmed = true where person = :person")
        .param("person", person.value())
        .update();
    List<String> codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
    sql.sql("delete from recovery_code where person = :person")
        .param("person", person.value())
        .update();
    codes.forEach(recovery -> insert(person, recovery));
    return Optional.of(codes);
  }

  private void insert(PersonId person, String recovery) {
    sql.sql("insert into recovery_code (person, hash) values (:person, :hash)")
        .param("person", person.value())
        .param("hash", hash(recovery))
        .update();
  }

  @Override
  @Transactional
  public boolean accepts(PersonId person, String code) {
    return use(key(person, true), person, code) || spend(person, code);
  }

  /// A code counts once: its 30 seconds must come after those of the last one used. One used in a
  /// time that is still to come was used before the clock was set back, and is not waited for.
  private boolean use(Optional<AuthenticatorKey> key, PersonId person, String code) {
    Instant now = clock.instant();
    OptionalLong step = key.map(known -> known.step(code, now)).orElse(OptionalLong.empty());
    return step.isPresent()
        && sql.sql(
                    """
                    update totp set last_step = :step
                     where person = :person and (last_step < :step or last_step > :latest)
                    """)
                .param("step", step.getAsLong())
                .param("latest", AuthenticatorKey.latestStep(now))
                .param("person", person.value())
                .update()
            == 1;
  }

  private boolean spend(PersonId person, String code) {
    return sql.sql("delete from recovery_code where person = :person and hash = :hash")
            .param("person", person.value())
            .param("hash", hash(code))
            .update()
        == 1;
  }

  @Override
  @Transactional
  public void turnOff(PersonId person) {
    sql.sql("delete from totp where person = :person").param("person", person.value()).update();
    sql.sql("delete from recovery_code where person = :person")
        .param("person", person.value())
        .update();
  }

  @Override
  public int recoveryCodesLeft(PersonId person) {
    return sql.sql("select count(*) from recovery_code where person = :person")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  private String recoveryCode() {
    String letters = Secret.make(random).text().toLowerCase(Locale.ROOT);
    return letters.substring(0, RECOVERY_CODE_LENGTH).replaceAll("(.{4})(?=.)", "$1-");
  }

  private static byte[] hash(String recovery) {
    return new Secret(recovery.strip().toLowerCase(Locale.ROOT).replace("-", "")).hash();
  }
}
