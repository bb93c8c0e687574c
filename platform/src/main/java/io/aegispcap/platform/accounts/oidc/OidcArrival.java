package io.aegispcap.platform.accounts.oidc;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.Joining;
import io.aegispcap.platform.accounts.entry.Origin;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.entry.SessionCookie;
import io.aegispcap.platform.accounts.entry.SignIn;
import io.aegispcap.platform.accounts.oidc.Journeys.Journey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Lets in whom the provider vouches for: whose account is linked, or who may open one.
@Component
class OidcArrival implements AuthenticationSuccessHandler {
  private final Identities identities;
  private final SignIn signIn;
  private final Joining joining;
  private final SessionCookie cookie;
  private final Deeds deeds;
  private final TransactionOperations transactions;

  OidcArrival(
      Identities identities,
      SignIn signIn,
      Joining joining,
      SessionCookie cookie,
      Deeds deeds,
      TransactionOperations transactions) {
    this.identities = identities;
    this.signIn = signIn;
    this.joining = joining;
    this.cookie = cookie;
    this.deeds = deeds;
    this.transactions = transactions;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication vouchedFor)
      throws IOException {
    if (!(vouchedFor.getPrincipal() instanceof OidcUser user)
        || !(request.getAttribute(JourneyRepository.JOURNEY) instanceof Journey journey)) {
      throw new IllegalStateException("not an OpenID Connect sign-in");
    }
    Vouched vouched = Vouched.of(user);
    response.sendRedirect(
        journey.person().isPresent()
            ? link(journey.person().get(), vouched)
            : enter(vouched, journey.next(), request, response));
  }

  /// Whom the provider vouches for.
  ///
  /// @param wished for a handle
  private record Vouched(String issuer, String subject, String wished, String name) {

    /// An id token without issuer or subject was refused before.
    static Vouched of(OidcUser user) {
      String subject = Objects.requireNonNull(user.getSubject());
      String wished = Objects.requireNonNullElse(user.getPreferredUsername(), subject);
      return new Vouched(
          Objects.requireNonNull(user.getIssuer()).toString(),
          subject,
          wished,
          Objects.requireNonNullElse(user.getFullName(), wished));
    }
  }

  /// Whoever began the journey signed in; another's identity stays theirs.
  private String link(PersonId person, Vouched vouched) {
    Optional<PersonId> known = identities.find(vouched.issuer(), vouched.subject());
    if (known.isPresent() && !known.get().equals(person)) {
      return "/account/security?sso=taken";
    }
    transactions.executeWithoutResult(
        _ -> {
          identities.link(person, vouched.issuer(), vouched.subject());
          deeds.record(new Caller.Visitor(), "identity.link", person.toString());
        });
    return "/account/security?saved";
  }

  private String enter(
      Vouched vouched, String next, HttpServletRequest request, HttpServletResponse response) {
    Origin origin = Origin.of(request);
    Optional<PersonId> known = identities.find(vouched.issuer(), vouched.subject());
    if (known.isEmpty()) {
      return join(vouched, origin, request, response);
    }
    String goal = URLEncoder.encode(next, StandardCharsets.UTF_8);
    return switch (signIn.vouchedFor(known.get(), origin)) {
      case SignIn.Outcome.Entered(Secret session) -> {
        cookie.write(request, response, session);
        yield "/sign-in/done?next=" + goal;
      }
      case SignIn.Outcome.CodeNeeded(Secret pending) -> {
        cookie.write(request, response, pending);
        yield "/sign-in/code?next=" + goal;
      }
      case SignIn.Outcome.Refused(), SignIn.Outcome.TooOften _ -> "/sign-in?sso=failed";
    };
  }

  private String join(
      Vouched vouched, Origin origin, HttpServletRequest request, HttpServletResponse response) {
    if (!joining.isOpen()) {
      return "/sign-in?sso=unknown";
    }
    Secret session =
        transactions.execute(
            _ -> {
              Joining.Newcomer newcomer =
                  joining.vouchedFor(vouched.wished(), vouched.name(), origin);
              identities.link(newcomer.person(), vouched.issuer(), vouched.subject());
              return newcomer.session();
            });
    cookie.write(request, response, session);
    return "/";
  }
}
