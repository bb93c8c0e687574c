package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.accounts.entry.Origin;
import io.aegispcap.platform.accounts.entry.SessionCookie;
import io.aegispcap.platform.accounts.entry.SignIn;
import io.aegispcap.platform.accounts.passkey.PasskeyCeremonies;
import io.aegispcap.platform.accounts.passkey.PasskeyCeremonies.Offer;
import io.aegispcap.platform.accounts.passkey.Passkeys;
import io.aegispcap.platform.accounts.self.OwnAccount;
import io.aegispcap.platform.web.OneLine;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;

/// Passkeys: the script of the page carries them between the browser and here.
@Controller
class PasskeyController {
  private static final int LONGEST_LABEL = 80;

  private final PasskeyCeremonies ceremonies;
  private final Passkeys passkeys;
  private final OwnAccount own;
  private final SignIn signIn;
  private final SessionCookie cookie;
  private final Deeds deeds;

  PasskeyController(
      PasskeyCeremonies ceremonies,
      Passkeys passkeys,
      OwnAccount own,
      SignIn signIn,
      SessionCookie cookie,
      Deeds deeds) {
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
    this.own = own;
    this.signIn = signIn;
    this.cookie = cookie;
    this.deeds = deeds;
  }

  /// Asked before a passkey is added.
  record Proof(String password) {}

  /// What the browser answered.
  record Answer(String ceremony, Optional<String> label, JsonNode credential) {}

  /// Where to go.
  record Entered(String next) {}

  @PostMapping("/account/passkeys/offer")
  @Requires(Permission.TAKE_PART)
  @ResponseBody
  Offer offerToAdd(Caller.Person caller, @RequestBody Proof proof, HttpServletRequest request) {
    if (!own.knows(caller, proof.password())) {
      throw new ProblemException(ProblemType.Common.INVALID, "That is not your present password.");
    }
    return ceremonies.offerToAdd(caller.id(), request);
  }

  @PostMapping("/account/passkeys")
  @Requires(Permission.TAKE_PART)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void add(Caller.Person caller, @RequestBody Answer answer, HttpServletRequest request) {
    String label = OneLine.of(answer.label().orElse(""));
    if (label.isEmpty() || label.length() > LONGEST_LABEL) {
      throw new ProblemException(
          ProblemType.Common.INVALID, "Name the passkey in 1 to " + LONGEST_LABEL + " characters.");
    }
    ceremonies.add(caller.id(), answer.ceremony(), label, answer.credential(), request);
    deeds.record(caller, "passkey.add", caller.id().toString());
  }

  @PostMapping("/account/passkeys/{id}/remove")
  @Requires(Permission.TAKE_PART)
  Reply remove(Caller.Person caller, @PathVariable String id) {
    passkeys.remove(caller.id(), id);
    deeds.record(caller, "passkey.remove", caller.id().toString());
    return new Redirect("/account/security?saved");
  }

  @PostMapping("/sign-in/passkey/offer")
  @Requires(Permission.VISIT)
  @ResponseBody
  Offer offerToEnter(HttpServletRequest request) {
    return ceremonies.offerToEnter(request);
  }

  @PostMapping("/sign-in/passkey")
  @Requires(Permission.VISIT)
  @ResponseBody
  Entered enter(
      @RequestBody Answer answer,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<PersonId> owner = ceremonies.owner(answer.ceremony(), answer.credential(), request);
    return owner
        .flatMap(person -> signIn.withPasskey(person, Origin.of(request)))
        .map(
            session -> {
              cookie.write(request, response, session);
              return new Entered(new Next(next).path());
            })
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.INVALID, "Nobody enters here with this passkey."));
  }
}
