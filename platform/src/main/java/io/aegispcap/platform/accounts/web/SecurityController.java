package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.entry.AuthenticatorKey;
import io.aegispcap.platform.accounts.entry.Origin;
import io.aegispcap.platform.accounts.entry.SecondFactor;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.entry.SessionCookie;
import io.aegispcap.platform.accounts.entry.Sessions;
import io.aegispcap.platform.accounts.oidc.Identities;
import io.aegispcap.platform.accounts.oidc.OidcSettings;
import io.aegispcap.platform.accounts.passkey.Passkeys;
import io.aegispcap.platform.accounts.passkey.RelyingParty;
import io.aegispcap.platform.accounts.self.OwnAccount;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own password, second factor and sessions.
@Controller
class SecurityController {
  private static final Redirect SAVED = new Redirect("/account/security?saved");
  private static final String WRONG = "That is not your present password.";

  private final OwnAccount own;
  private final People people;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final SecondFactor secondFactor;
  private final Passkeys passkeys;
  private final RelyingParty party;
  private final OidcSettings oidc;
  private final Identities identities;
  private final Deeds deeds;

  SecurityController(
      OwnAccount own,
      People people,
      Sessions sessions,
      SessionCookie cookie,
      SecondFactor secondFactor,
      Passkeys passkeys,
      RelyingParty party,
      OidcSettings oidc,
      Identities identities,
      Deeds deeds) {
    this.own = own;
    this.people = people;
    this.sessions = sessions;
    this.cookie = cookie;
    this.secondFactor = secondFactor;
    this.passkeys = passkeys;
    this.party = party;
    this.oidc = oidc;
    this.identities = identities;
    this.deeds = deeds;
  }

  @GetMapping("/account/security")
  @Requires(Permission.TAKE_PART)
  Reply security(
      Caller.Person caller,
      @RequestParam Optional<String> saved,
      @RequestParam Optional<String> sso,
      HttpServletRequest request) {
    return page(caller, request, saved.isPresent(), SingleSignOn.problem(sso));
  }

  private SecurityPage page(
      Caller.Person caller, HttpServletRequest request, boolean saved, Optional<String> error) {
    Secret current = cookie.read(request).orElse(new Secret(""));
    Optional<Integer> codes =
        secondFactor.isOn(caller.id())
            ? Optional.of(secondFactor.recoveryCodesLeft(caller.id()))
            : Optional.empty();
    return new SecurityPage(
        sessions.of(caller.id(), current),
        codes,
        passkeys.of(caller.id()),
        party.isAt(request),
        singleSignOn(caller),
        saved,
        error);
  }

  private Optional<SingleSignOn> singleSignOn(Caller.Person caller) {
    return oidc.isOn()
        ? Optional.of(new SingleSignOn(oidc.name(), identities.isLinked(caller.id())))
        : Optional.empty();
  }

  @PostMapping("/account/password")
  @Requires(Permission.TAKE_PART)
  Reply changePassword(
      Caller.Person caller,
      @RequestParam String present,
      @RequestParam String wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      Optional<Secret> session = own.changePassword(caller, present, wanted, Origin.of(request));
      session.ifPresent(fresh -> cookie.write(request, response, fresh));
      return session.isPresent() ? SAVED : page(caller, request, false, Optional.of(WRONG));
    } catch (ProblemException objection) {
      return page(caller, request, false, Optional.of(objection.problem().detail()));
    }
  }

  @PostMapping("/account/sessions/{id}/revoke")
  @Requires(Permission.TAKE_PART)
  Reply revoke(Caller.Person caller, @PathVariable UUID id) {
    sessions.revoke(caller.id(), id);
    deeds.record(caller, "session.revoke", id.toString());
    return SAVED;
  }

  @PostMapping("/account/authenticator")
  @Requires(Permission.TAKE_PART)
  Reply propose(Caller.Person caller) {
    if (secondFactor.isOn(caller.id())) {
      return SAVED;
    }
    return setUp(caller, secondFactor.propose(caller.id()), Optional.empty());
  }

  @PostMapping("/account/authenticator/confirm")
  @Requires(Permission.TAKE_PART)
  Reply confirm(Caller.Person caller, @RequestParam String code) {
    Optional<AuthenticatorKey> key = secondFactor.proposed(caller.id());
    if (key.isEmpty()) {
      return SAVED;
    }
    Optional<List<String>> codes = secondFactor.confirm(caller.id(), code);
    codes.ifPresent(_ -> deeds.record(caller, "second-factor.on", caller.id().toString()));
    return codes
        .<Reply>map(RecoveryCodesPage::new)
        .orElseGet(
            () ->
                setUp(
                    caller,
                    key.get(),
                    Optional.of("That code is wrong. Is the clock of your phone right?")));
  }

  @PostMapping("/account/authenticator/off")
  @Requires(Permission.TAKE_PART)
  Reply turnOff(Caller.Person caller, @RequestParam String password, HttpServletRequest request) {
    if (!own.knows(caller, password)) {
      return page(caller, request, false, Optional.of(WRONG));
    }
    secondFactor.turnOff(caller.id());
    deeds.record(caller, "second-factor.off", caller.id().toString());
    return SAVED;
  }

  private AuthenticatorPage setUp(
      Caller.Person caller, AuthenticatorKey key, Optional<String> error) {
    String handle = people.find(caller.id()).orElseThrow().handle().value();
    String link = key.link(handle);
    return new AuthenticatorPage(key.text(), link, QrDrawing.of(link), error);
  }
}
