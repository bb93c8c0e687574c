package io.aegispcap.platform.accounts.passkey;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/// People as Spring Security's passkeys know them: by the 16 bytes of their id.
record Owners(People people) implements PublicKeyCredentialUserEntityRepository {

  static Bytes id(PersonId person) {
    UUID id = person.value();
    return new Bytes(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  static PersonId person(Bytes id) {
    ByteBuffer bytes = ByteBuffer.wrap(id.getBytes());
    return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return entity(people.find(person(id)));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String handle) {
    return entity(people.find(new Handle(handle)));
  }

  private static @Nullable PublicKeyCredentialUserEntity entity(Optional<Profile> profile) {
    return profile
        .map(
            found ->
                ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(id(found.id()))
                    .name(found.handle().value())
                    .displayName(found.name())
                    .build())
        .orElse(null);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity owner) {
    throw new IllegalStateException("people join elsewhere");
  }

  @Override
  public void delete(Bytes id) {
    throw new IllegalStateException("people leave elsewhere");
  }
}
