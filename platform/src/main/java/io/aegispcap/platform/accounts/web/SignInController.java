package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.accounts.entry.Joining;
import io.aegispcap.platform.accounts.entry.Origin;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.entry.SessionCookie;
import io.aegispcap.platform.accounts.entry.Sessions;
import io.aegispcap.platform.accounts.entry.SignIn;
import io.aegispcap.platform.accounts.oidc.OidcSettings;
import io.aegispcap.platform.accounts.passkey.RelyingParty;
import io.aegispcap.platform.web.Problem;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Entering and leaving.
@Controller
class SignInController {
  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Joining joining;
  private final RelyingParty party;
  private final OidcSettings oidc;
  private final Deeds deeds;

  SignInController(
      SignIn signIn,
      Sessions sessions,
      SessionCookie cookie,
      Joining joining,
      RelyingParty party,
      OidcSettings oidc,
      Deeds deeds) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.joining = joining;
    this.party = party;
    this.oidc = oidc;
    this.deeds = deeds;
  }

  @GetMapping("/sign-in")
  @Requires(Permission.VISIT)
  Reply form(
      @RequestParam(defaultValue = "/") String next,
      @RequestParam Optional<String> sso,
      HttpServletRequest request) {
    return new SignInPage(
        "",
        new Next(next).path(),
        joining.isOpen(),
        singleSignOn(),
        party.isAt(request),
        SingleSignOn.problem(sso),
        HttpStatus.OK);
  }

  @PostMapping("/sign-in")
  @Requires(Permission.VISIT)
  Reply enter(
      @RequestParam String handle,
      @RequestParam String password,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignIn.Outcome outcome = signIn.withPassword(handle, password, Origin.of(request));
    String goal = new Next(next).path();
    return switch (outcome) {
      case SignIn.Outcome.Entered(Secret session) -> go(goal, session, request, response);
      case SignIn.Outcome.CodeNeeded(Secret pending) -> {
        cookie.write(request, response, pending);
        yield new CodePage(goal, Optional.empty());
      }
      case SignIn.Outcome.Refused() ->
          new SignInPage(
              handle,
              goal,
              joining.isOpen(),
              singleSignOn(),
              party.isAt(request),
              Optional.of("Handle or password is wrong."),
              HttpStatus.UNAUTHORIZED);
      case SignIn.Outcome.TooOften(Duration pause) -> throw tooOften(pause);
    };
  }

  private Optional<String> singleSignOn() {
    return oidc.isOn() ? Optional.of(oidc.name()) : Optional.empty();
  }

  /// For whoever comes from elsewhere with a pending session.
  @GetMapping("/sign-in/code")
  @Requires(Permission.VISIT)
  Reply codeForm(@RequestParam(defaultValue = "/") String next) {
    return new CodePage(new Next(next).path(), Optional.empty());
  }

  @GetMapping("/sign-in/done")
  @Requires(Permission.VISIT)
  Reply done(@RequestParam(defaultValue = "/") String next) {
    return new Redirect(new Next(next).path());
  }

  @PostMapping("/sign-in/code")
  @Requires(Permission.VISIT)
  Reply code(
      @RequestParam String code,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Secret pending = cookie.read(request).orElse(new Secret(""));
    String goal = new Next(next).path();
    return switch (signIn.withCode(pending, code, Origin.of(request))) {
      case SignIn.Outcome.Entered(Secret session) -> go(goal, session, request, response);
      case SignIn.Outcome.CodeNeeded _ ->
          new CodePage(goal, Optional.of("That code is wrong, or was used before."));
      case SignIn.Outcome.Refused() -> new Redirect("/sign-in");
      case SignIn.Outcome.TooOften(Duration pause) -> throw tooOften(pause);
    };
  }

  @PostMapping("/sign-out")
  @Requires(Permission.TAKE_PART)
  Reply leave(Caller caller, HttpServletRequest request, HttpServletResponse response) {
    cookie.read(request).ifPresent(sessions::end);
    cookie.clear(request, response);
    deeds.record(caller, "session.end", "");
    return new Redirect("/");
  }

  private Reply go(
      String goal, Secret session, HttpServletRequest request, HttpServletResponse response) {
    cookie.write(request, response, session);
    return new Redirect(goal);
  }

  private static ProblemException tooOften(Duration pause) {
    return new ProblemException(
        new Problem(
            ProblemType.Common.TOO_MANY_REQUESTS,
            "Too many attempts to sign in. Try again in %d minutes."
                .formatted(pause.toMinutes() + 1),
            Optional.of(pause)));
  }
}
