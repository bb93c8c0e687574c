package io.aegispcap.platform.accounts.passkey;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Making passkeys, and entering with them; Spring Security and WebAuthn4J check what the browser
/// answers. A passkey stays on its device and asks for a finger, a face or a PIN there, so that it
/// counts as both factors.
@Component
public class PasskeyCeremonies {
  private static final Authentication NOBODY =
      UsernamePasswordAuthenticationToken.unauthenticated("", "");

  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private final RelyingParty party;
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final People people;

  PasskeyCeremonies(RelyingParty party, Passkeys passkeys, Challenges challenges, People people) {
    this.party = party;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.people = people;
  }

  /// What the browser hands to the authenticator.
  ///
  /// @param ceremony to be sent back with its answer
  public record Offer(String ceremony, JsonNode options) {}

  public Offer offerToAdd(PersonId person, HttpServletRequest request) {
    var options =
        operations(request, Bytes.random())
            .createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(named(person)));
    return offer(options.getChallenge(), Optional.of(person), options);
  }

  public void add(
      PersonId person, String ceremony, String label, JsonNode answer, HttpServletRequest request) {
    Webauthn4JRelyingPartyOperations operations =
        operations(request, challenge(ceremony, Optional.of(person)));
    var options =
        operations.createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(named(person)));
    PublicKeyCredential<AuthenticatorAttestationResponse> credential =
        read(answer, new TypeReference<>() {});
    try {
      operations.registerCredential(
          new ImmutableRelyingPartyRegistrationRequest(
              options, new RelyingPartyPublicKey(credential, label)));
    } catch (RuntimeException refused) {
      throw refused(refused);
    }
  }

  public Offer offerToEnter(HttpServletRequest request) {
    PublicKeyCredentialRequestOptions options = requestOptions(request, Bytes.random());
    return offer(options.getChallenge(), Optional.empty(), options);
  }

  /// Whose passkey signed; empty when it is nobody's, or signed something else.
  public Optional<PersonId> owner(String ceremony, JsonNode answer, HttpServletRequest request) {
    Bytes challenge = challenge(ceremony, Optional.empty());
    PublicKeyCredential<AuthenticatorAssertionResponse> credential =
        read(answer, new TypeReference<>() {});
    try {
      PublicKeyCredentialUserEntity owner =
          operations(request, challenge)
              .authenticate(
                  new RelyingPartyAuthenticationRequest(
                      requestOptions(request, challenge), credential));
      return Optional.of(Owners.person(owner.getId()));
    } catch (RuntimeException refused) {
      throw refused(refused);
    }
  }

  private PublicKeyCredentialRequestOptions requestOptions(
      HttpServletRequest request, Bytes challenge) {
    return operations(request, challenge)
        .createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(NOBODY));
  }

  private Offer offer(Bytes challenge, Optional<PersonId> person, Object options) {
    Secret ceremony = challenges.keep(challenge.getBytes(), person);
    return new Offer(ceremony.text(), json.valueToTree(options));
  }

  private Bytes challenge(String ceremony, Optional<PersonId> person) {
    return challenges
        .take(new Secret(ceremony), person)
        .map(Bytes::new)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.CONFLICT, "That took too long. Start again."));
  }

  private Authentication named(PersonId person) {
    Profile profile = people.find(person).orElseThrow();
    return UsernamePasswordAuthenticationToken.authenticated(
        profile.handle().value(), "", List.of());
  }

  private Webauthn4JRelyingPartyOperations operations(HttpServletRequest request, Bytes challenge) {
    RelyingParty.Address address =
        party
            .address(request)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.Common.CONFLICT,
                        "Passkeys work at the public address of this place, or at localhost."));
    Webauthn4JRelyingPartyOperations operations =
        new Webauthn4JRelyingPartyOperations(
            new Owners(people),
            passkeys,
            PublicKeyCredentialRpEntity.builder().id(address.id()).name("AegisPCAP").build(),
            Set.of(address.origin()));
    operations.setCustomizeCreationOptions(
        options ->
            options
                .challenge(challenge)
                .authenticatorSelection(
                    AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
    operations.setCustomizeRequestOptions(
        options ->
            options.challenge(challenge).userVerification(UserVerificationRequirement.REQUIRED));
    return operations;
  }

  private <T> T read(JsonNode answer, TypeReference<T> type) {
    try {
      return json.treeToValue(answer, json.constructType(type));
    } catch (JacksonException malformed) {
      throw refused(malformed);
    }
  }

  /// The libraries say it with exceptions of many kinds.
  private static ProblemException refused(RuntimeException why) {
    return why instanceof ProblemException problem
        ? problem
        : new ProblemException(
            ProblemType.Common.INVALID, "This passkey does not fit, or its answer was changed.");
  }
}
