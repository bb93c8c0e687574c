package io.aegispcap.platform.accounts.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.aegispcap.platform.accounts.entry.Accounts;
import io.aegispcap.platform.accounts.passkey.Passkeys;
import io.aegispcap.platform.running.Answer;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.Guests.Guest;
import io.aegispcap.platform.running.RunningPlatform;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A real browser with an authenticator that answers by itself.
@RunningPlatform
class PasskeyTests {
  private final Browser visitor;
  private final Guests guests;
  private final Chromium chromium;
  private final Passkeys passkeys;
  private final Accounts accounts;

  PasskeyTests(
      Browser visitor, Guests guests, Chromium chromium, Passkeys passkeys, Accounts accounts) {
    this.visitor = visitor;
    this.guests = guests;
    this.chromium = chromium;
    this.passkeys = passkeys;
    this.accounts = accounts;
  }

  @Test
  void letsSomebodyInUntilItIsRemoved() {
    Guest guest = guests.join();
    try (BrowserContext window = chromium.trustedWindow(guest.browser())) {
      Page page = window.newPage();
      plugIn(window, page);
      add(page, Guests.PASSWORD);
      assertThat(page.getByText("My laptop")).isVisible();
      assertThat(passkeys.of(guest.id())).hasSize(1);

      window.clearCookies();
      enter(page);
      assertThat(page.getByText("Hello, Guest")).isVisible();
      assertThat(passkeys.of(guest.id()).getFirst().lastUsed())
          .isAfter(passkeys.of(guest.id()).getFirst().created());

      accounts.lock(guest.id(), true);
      window.clearCookies();
      enter(page);
      assertThat(page.getByText("Nobody enters here with this passkey.")).isVisible();
      accounts.lock(guest.id(), false);

      passkeys.remove(guest.id(), passkeys.of(guest.id()).getFirst().id());
      enter(page);
      assertThat(page.getByText("This passkey does not fit")).isVisible();
    }
  }

  @Test
  void isAddedByWhoeverKnowsThePasswordAlone() {
    Guest guest = guests.join();
    try (BrowserContext window = chromium.trustedWindow(guest.browser())) {
      Page page = window.newPage();
      plugIn(window, page);
      add(page, "not the password");
      assertThat(page.getByText("That is not your present password.")).isVisible();
      assertThat(passkeys.of(guest.id())).isEmpty();
    }
  }

  @Test
  void isNotOfferedWhereBrowsersTakeNone() {
    assertThat(visitor.get("/sign-in").body()).doesNotContain("passkey");
    assertThat(guests.join().browser().get("/account/security").body())
        .contains("Browsers make them at the public address");
  }

  @Test
  void refusesAnAnswerToNoOffer() {
    Answer page = visitor.get("/sign-in");
    Answer refused =
        visitor.send(
            visitor
                .request("/sign-in/passkey")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", page.csrf())
                .POST(BodyPublishers.ofString("{\"ceremony\":\"made-up\",\"credential\":{}}"))
                .build());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Start again");
  }

  @Test
  void showsTheKeyOfAnAuthenticatorAppToScan() {
    Guest guest = guests.join();
    String page =
        guest.browser().submit("/account/security", "/account/authenticator", Map.of()).body();
    assertThat(page).contains("class=\"qr").containsPattern("<path d=\"M4 4h1v1h-1z");
  }

  private static void plugIn(BrowserContext window, Page page) {
    CDPSession devtools = window.newCDPSession(page);
    devtools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject authenticator = new JsonObject();
    authenticator.add("options", options);
    devtools.send("WebAuthn.addVirtualAuthenticator", authenticator);
  }

  private static void add(Page page, String password) {
    page.navigate("/account/security");
    page.fill("#passkey-label", "My laptop");
    page.fill("#passkey-password", password);
    page.click("text=Add a passkey");
  }

  private static void enter(Page page) {
    page.navigate("/sign-in");
    page.click("text=Sign in with a passkey");
  }
}
