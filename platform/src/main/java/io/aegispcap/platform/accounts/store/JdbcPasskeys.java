package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.passkey.Passkey;
import io.aegispcap.platform.accounts.passkey.Passkeys;
import io.aegispcap.platform.database.SqlInstant;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPasskeys implements Passkeys {
  private final JdbcClient sql;
  private final InstantSource clock;

  JdbcPasskeys(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// A new one, or one that was used: its counter and time move on.
  @Override
  public void save(CredentialRecord passkey) {
    sql.sql(
            """
            insert into passkey (id, person, label, public_key, signatures, verified, transports,
                                 backup_eligible, backed_up, attestation, client_data, created, last_used)
            values (:id, :person, :label, :key, :signatures, :verified, :transports,
                    :eligible, :backed, :attestation, :client, :now, :now)
            on conflict (id) do update
               set signatures = :signatures, verified = :verified, backed_up = :backed, last_used = :now
            """)
        .param("id", passkey.getCredentialId().getBytes())
        .param("person", person(passkey.getUserEntityUserId()))
        .param("label", passkey.getLabel())
        .param("key", passkey.getPublicKey().getBytes())
        .param("signatures", passkey.getSignatureCount())
        .param("verified", passkey.isUvInitialized())
        .param(
            "transports",
            passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new))
        .param("eligible", passkey.isBackupEligible())
        .param("backed", passkey.isBackupState())
        .param("attestation", bytes(passkey.getAttestationObject()))
        .param("client", bytes(passkey.getAttestationClientDataJSON()))
        .param("now", SqlInstant.of(clock.instant()))
        .update();
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }

  private static UUID person(Bytes id) {
    ByteBuffer bytes = ByteBuffer.wrap(id.getBytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return sql.sql("select * from passkey where id = :id")
        .param("id", id.getBytes())
        .query(JdbcPasskeys::whole)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes person) {
    return sql.sql("select * from passkey where person = :person")
        .param("person", person(person))
        .query(JdbcPasskeys::whole)
        .list();
  }

  @Override
  public void delete(Bytes id) {
    sql.sql("delete from passkey where id = :id").param("id", id.getBytes()).update();
  }

  @Override
  public List<Passkey> of(PersonId person) {
    return sql.sql("select * from passkey where person = :person order by created desc, id")
        .param("person", person.value())
        .query(
            (row, _) ->
                new Passkey(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("id")),
                    row.getString("label"),
                    SqlInstant.in(row, "created"),
                    SqlInstant.in(row, "last_used")))
        .list();
  }

  @Override
  public void remove(PersonId person, String id) {
    sql.sql("delete from passkey where person = :person and encode(id, 'hex') = :id")
        .param("person", person.value())
        .param("id", hex(id))
        .update();
  }

  /// Nobody's id when it is no base64url.
  private static String hex(String id) {
    try {
      return java.util.HexFormat.of().formatHex(Base64.getUrlDecoder().decode(id));
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static CredentialRecord whole(ResultSet row, int number) throws SQLException {
    UUID person = row.getObject("person", UUID.class);
    byte[] owner =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(person.getMostSignificantBits())
            .putLong(person.getLeastSignificantBits())
            .array();
    String[] transports = (String[]) row.getArray("transports").getArray();
    Set<AuthenticatorTransport> ways =
        Arrays.stream(transports)
            .map(AuthenticatorTransport::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("id")))
        .userEntityUserId(new Bytes(owner))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("signatures"))
        .uvInitialized(row.getBoolean("verified"))
        .transports(ways)
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
        .created(SqlInstant.in(row, "created"))
        .lastUsed(SqlInstant.in(row, "last_used"))
        .label(row.getString("label"))
        .build();
  }
}
