package io.aegispcap.platform.accounts.oidc;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.CurrentCaller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.oidc.Journeys.Journey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/// Spring Security's memory of who left for the provider: a journey, and a cookie that names it, so
/// that it goes on in the browser that began it alone.
final class JourneyRepository
    implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  static final String JOURNEY = JourneyRepository.class.getName() + ".JOURNEY";

  private static final String COOKIE = "aegis_journey";
  private static final Duration VALID = Duration.ofMinutes(10);

  private final Journeys journeys;
  private final ClientRegistrationRepository clients;
  private final CurrentCaller callers;

  JourneyRepository(
      Journeys journeys, ClientRegistrationRepository clients, CurrentCaller callers) {
    this.journeys = journeys;
    this.clients = clients;
    this.callers = callers;
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest leaving,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (leaving == null) {
      return;
    }
    Secret secret =
        journeys.begin(
            new Journey(
                Objects.requireNonNull(leaving.getState()),
                attribute(leaving, OidcParameterNames.NONCE),
                attribute(leaving, PkceParameterNames.CODE_VERIFIER),
                Objects.requireNonNull(leaving.getRedirectUri()),
                Objects.requireNonNullElse(request.getParameter("next"), "/"),
                linking(request)));
    send(request, response, secret.text(), VALID);
  }

  private static String attribute(OAuth2AuthorizationRequest leaving, String name) {
    return Objects.requireNonNullElse(leaving.getAttribute(name), "");
  }

  private Optional<PersonId> linking(HttpServletRequest request) {
    return request.getParameter("link") != null && callers.get() instanceof Caller.Person person
        ? Optional.of(person.id())
        : Optional.empty();
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return secret(request)
        .flatMap(journeys::find)
        .filter(journey -> journey.state().equals(request.getParameter("state")))
        .map(
            journey -> {
              request.setAttribute(JOURNEY, journey);
              return back(journey);
            })
        .orElse(null);
  }

  private OAuth2AuthorizationRequest back(Journey journey) {
    ClientRegistration client =
        Objects.requireNonNull(clients.findByRegistrationId(OidcEntrance.CLIENT));
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
        .clientId(client.getClientId())
        .redirectUri(journey.redirectUri())
        .scopes(client.getScopes())
        .state(journey.state())
        .attributes(
            Map.<String, Object>of(
                OAuth2ParameterNames.REGISTRATION_ID, OidcEntrance.CLIENT,
                OidcParameterNames.NONCE, journey.nonce(),
                PkceParameterNames.CODE_VERIFIER, journey.verifier()))
        .build();
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest leaving = loadAuthorizationRequest(request);
    if (leaving != null) {
      secret(request).ifPresent(journeys::end);
      send(request, response, "", Duration.ZERO);
    }
    return leaving;
  }

  private static Optional<Secret> secret(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? Optional.empty() : Optional.of(new Secret(cookie.getValue()));
  }

  /// Lax: it has to come along when the provider sends the browser back.
  private static void send(
      HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path("/login/oauth2/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(kept)
            .build()
            .toString());
  }
}
