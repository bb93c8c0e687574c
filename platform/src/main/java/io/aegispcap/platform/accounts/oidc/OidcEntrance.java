package io.aegispcap.platform.accounts.oidc;

import io.aegispcap.platform.access.CurrentCaller;
import io.aegispcap.platform.accounts.passkey.PublicUrlSettings;
import io.aegispcap.platform.web.Entrance;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/// Opens the way over the provider: `/oauth2/authorization/oidc` leads there,
/// `/login/oauth2/code/oidc` back. Spring Security speaks OpenID Connect and checks its tokens.
@Component
class OidcEntrance implements Entrance {
  static final String CLIENT = "oidc";

  private static final Logger LOG = LoggerFactory.getLogger(OidcEntrance.class);
  private static final String BACK = "/login/oauth2/code/" + CLIENT;

  private final OidcSettings settings;
  private final PublicUrlSettings place;
  private final Journeys journeys;
  private final CurrentCaller callers;
  private final OidcArrival arrival;

  OidcEntrance(
      OidcSettings settings,
      PublicUrlSettings place,
      Journeys journeys,
      CurrentCaller callers,
      OidcArrival arrival) {
    this.settings = settings;
    this.place = place;
    this.journeys = journeys;
    this.callers = callers;
    this.arrival = arrival;
  }

  @Override
  public void openIn(HttpSecurity http) {
    if (!settings.isOn()) {
      return;
    }
    var clients =
        new SupplierClientRegistrationRepository(
            () -> new InMemoryClientRegistrationRepository(List.of(lookUp())));
    http.oauth2Login(
        login ->
            login
                .loginPage("/sign-in")
                .clientRegistrationRepository(clients)
                .authorizedClientRepository(new NoClients())
                .authorizationEndpoint(
                    leaving ->
                        leaving.authorizationRequestRepository(
                            new JourneyRepository(journeys, clients, callers)))
                .successHandler(arrival)
                .failureHandler(
                    (_, response, why) -> {
                      LOG.warn("Signing in with the provider failed: {}", reason(why));
                      response.sendRedirect("/sign-in?sso=failed");
                    }));
  }

  /// Without what the provider says in its own words, which may be about somebody.
  private static String reason(AuthenticationException why) {
    return why instanceof OAuth2AuthenticationException refused
        ? refused.getError().getErrorCode()
        : why.getClass().getSimpleName();
  }

  /// Asks the provider about itself, at the first sign-in: it may be down when we start.
  private ClientRegistration lookUp() {
    String issuer = settings.issuer().orElseThrow().toString();
    ClientRegistration.Builder client =
        ClientRegistrations.fromIssuerLocation(issuer)
            .registrationId(CLIENT)
            .clientId(settings.clientId())
            .clientSecret(settings.clientSecret().orElse(""))
            .redirectUri(
                place
                    .publicUrl()
                    .map(url -> url.resolve(BACK).toString())
                    .orElse("{baseUrl}" + BACK))
            .scope("openid", "profile");
    if (settings.clientSecret().isEmpty()) {
      client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    }
    return client.build();
  }
}
