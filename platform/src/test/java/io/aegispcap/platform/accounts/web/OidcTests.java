package io.aegispcap.platform.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.accounts.entry.SecondFactor;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import io.aegispcap.platform.running.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Nodes that know an OpenID Connect provider, which signs its tokens as a real one does.
@RunningPlatform
class OidcTests {
  private static final String ISSUER = "company";

  private final JdbcConnectionDetails database;
  private final Guests guests;
  private final SecondFactor secondFactor;

  OidcTests(JdbcConnectionDetails database, Guests guests, SecondFactor secondFactor) {
    this.database = database;
    this.guests = guests;
    this.secondFactor = secondFactor;
  }

  @Test
  void letsPeopleInWhomTheProviderVouchesFor(@TempDir Path data) throws Exception {
    MockOAuth2Server provider = new MockOAuth2Server();
    provider.start();
    try (ServerProcess open = node(provider, data.resolve("open"), "open");
        ServerProcess closed = node(provider, data.resolve("closed"), "invitation")) {
      assertThat(open.browser().get("/sign-in").body()).contains("Sign in with Acme");
      newcomersGetAnAccountWhereSignUpIsOpen(provider, open);
      othersAreToldWhatToDo(provider, closed);
      membersLinkTheirAccountAndEnterByIt(provider, closed);
      nobodyGoesOnWithAnothersJourney(provider, closed);
    } finally {
      provider.shutdown();
    }
  }

  private void newcomersGetAnAccountWhereSignUpIsOpen(MockOAuth2Server provider, ServerProcess open)
      throws Exception {
    String subject = UUID.randomUUID().toString();
    Browser browser = open.browser();
    assertThat(signIn(provider, browser, subject, "").header("Location")).endsWith("/");
    assertThat(browser.get("/").body()).contains("Hello, Grace Hopper");
    Browser again = open.browser();
    Answer back = signIn(provider, again, subject, "?next=/notices");
    assertThat(again.get(path(back)).header("Location")).endsWith("/notices");
    assertThat(again.get("/").body()).contains("Hello, Grace Hopper");
  }

  private void othersAreToldWhatToDo(MockOAuth2Server provider, ServerProcess closed)
      throws Exception {
    Browser browser = closed.browser();
    Answer back = signIn(provider, browser, UUID.randomUUID().toString(), "");
    assertThat(browser.get(path(back)).body()).contains("No account here is linked to that login.");
    assertThat(browser.get("/account").status()).isEqualTo(302);
  }

  private void membersLinkTheirAccountAndEnterByIt(MockOAuth2Server provider, ServerProcess closed)
      throws Exception {
    Guest guest = guests.join();
    String subject = UUID.randomUUID().toString();
    Browser theirs = closed.browser();
    Map<String, String> password = Map.of("handle", guest.handle(), "password", Guests.PASSWORD);
    theirs.submit("/sign-in", "/sign-in", password);
    Answer linked = signIn(provider, theirs, subject, "?link");
    assertThat(linked.header("Location")).endsWith("/account/security?saved");
    assertThat(theirs.get("/account/security").body()).contains("Linked:");

    Browser elsewhere = closed.browser();
    signIn(provider, elsewhere, subject, "");
    assertThat(elsewhere.get("/account").status()).isEqualTo(200);

    Browser another = closed.browser();
    Map<String, String> other =
        Map.of("handle", guests.join().handle(), "password", Guests.PASSWORD);
    another.submit("/sign-in", "/sign-in", other);
    assertThat(signIn(provider, another, subject, "?link").header("Location"))
        .endsWith("/account/security?sso=taken");

    var key = secondFactor.propose(guest.id());
    secondFactor.confirm(guest.id(), Authenticator.codeOf(key, Instant.now()));
    Browser asked = closed.browser();
    Answer back = signIn(provider, asked, subject, "");
    assertThat(asked.get(path(back)).body()).contains("Your code");
    assertThat(asked.get("/account").status()).as("before the code").isEqualTo(302);

    theirs.submit("/account/security", "/account/identity/unlink", Map.of());
    Answer unlinked = signIn(provider, closed.browser(), subject, "");
    assertThat(unlinked.header("Location")).endsWith("/sign-in?sso=unknown");
  }

  private static void nobodyGoesOnWithAnothersJourney(
      MockOAuth2Server provider, ServerProcess closed) throws Exception {
    Answer left = closed.browser().get("/oauth2/authorization/oidc");
    String back = visit(provider, left, UUID.randomUUID().toString());
    assertThat(closed.browser().get(back).header("Location")).endsWith("/sign-in?sso=failed");
  }

  private ServerProcess node(MockOAuth2Server provider, Path data, String signUp)
      throws IOException {
    return new ServerProcess(
        database,
        data,
        Map.of(
            "AEGIS_OIDC_ISSUER",
            provider.issuerUrl(ISSUER).toString(),
            "AEGIS_OIDC_CLIENT_SECRET",
            "secret",
            "AEGIS_OIDC_NAME",
            "Acme",
            "AEGIS_ACCOUNTS_SIGN_UP",
            signUp));
  }

  /// To the provider and back, to where the platform leads then.
  private static Answer signIn(
      MockOAuth2Server provider, Browser browser, String subject, String query) throws Exception {
    Answer left = browser.get("/oauth2/authorization/oidc" + query);
    assertThat(left.status()).isEqualTo(302);
    assertThat(left.header("Location")).contains("code_challenge_method=S256", "nonce=");
    return browser.get(visit(provider, left, subject));
  }

  /// @return where the provider sends the browser back to
  private static String visit(MockOAuth2Server provider, Answer left, String subject)
      throws Exception {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            ISSUER,
            subject,
            "JWT",
            List.of("aegis"),
            Map.of("preferred_username", "grace.hopper@example.org", "name", "Grace Hopper"),
            3600));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(left.header("Location"))).build();
      String back =
          client
              .send(request, BodyHandlers.discarding())
              .headers()
              .firstValue("Location")
              .orElseThrow();
      return URI.create(back).getRawPath() + "?" + URI.create(back).getRawQuery();
    }
  }

  private static String path(Answer redirected) {
    URI place = URI.create(redirected.header("Location"));
    return place.getRawPath() + (place.getRawQuery() == null ? "" : "?" + place.getRawQuery());
  }
}
