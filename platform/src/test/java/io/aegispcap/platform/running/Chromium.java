package io.aegispcap.platform.running;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.CookieManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The Chromium of this machine, without a window; one for all tests of a run. It is not safe for
/// threads, and tests run one after another.
public final class Chromium implements AutoCloseable {
  /// Of a common telephone, in CSS pixels.
  public static final int PHONE_WIDTH = 360;

  public static final int PHONE_HEIGHT = 740;

  static final int DESK_WIDTH = 1280;
  static final int DESK_HEIGHT = 900;

  private final int port;
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  Chromium(int port) {
    this.port = port;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(program())
                    // Chromium's own cage does not work for root, as in a container.
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /// A window with the cookies of this browser, so with whoever is signed in there; as wide as on a
  /// desk at first.
  public BrowserContext window(Browser as) {
    return window(as, "127.0.0.1");
  }

  /// The same at `localhost`, which browsers trust with passkeys.
  public BrowserContext trustedWindow(Browser as) {
    return window(as, "localhost");
  }

  private BrowserContext window(Browser as, String host) {
    BrowserContext window =
        chromium.newContext(
            new NewContextOptions()
                .setBaseURL("http://" + host + ":" + port)
                .setReducedMotion(ReducedMotion.REDUCE) // nothing is judged half-way
                .setViewportSize(DESK_WIDTH, DESK_HEIGHT));
    window.addCookies(cookies(as.cookies(), host));
    return window;
  }

  private static List<Cookie> cookies(CookieManager held, String host) {
    return held.getCookieStore().getCookies().stream()
        .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setDomain(host).setPath("/"))
        .toList();
  }

  private static Path program() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no Chromium in the PATH; on Debian: apt-get install chromium"));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
