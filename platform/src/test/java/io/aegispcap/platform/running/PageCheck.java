package io.aegispcap.platform.running;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges pages in a window, one after the other in one tab: what axe finds of WCAG 2.2 up to level
/// AA (in the dark, what depends on colours), what the browser complains of (breaches of the
/// content security policy, failing scripts), parts that a telephone can't show, and failures.
public final class PageCheck implements AutoCloseable {
  private static final String AXE = resource("/axe.min.js");

  private static final String REFUSED =
      "Failed to load resource: the server responded with a status of 4";

  private static final String LIGHT =
      "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }";

  private static final String DARK =
      "{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },"
          + " resultTypes: ['violations'] }";

  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document, $OPTIONS)).violations.flatMap((rule) =>
        rule.nodes.map((node) => rule.id + ": " + rule.help + " " + node.html))
      """;

  /// How far the page is too wide, with the parts that stick out the farthest.
  private static final String OVERFLOW =
      """
      () => {
        const width = document.documentElement.clientWidth;
        const over = document.documentElement.scrollWidth - width;
        if (over <= 0) return "";
        const parts = [...document.querySelectorAll("body *")]
          .filter((part) => Math.round(part.getBoundingClientRect().right) === width + over)
          .map((part) => part.outerHTML.slice(0, 120));
        return "is " + over + " pixels too wide for a telephone: " + parts.join(" ");
      }
      """;

  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  public PageCheck(BrowserContext window) {
    page = window.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          // A page may refuse what its address says; nothing that it loads may.
          boolean itself =
              message.text().startsWith(REFUSED) && message.location().startsWith(page.url());
          if (message.type().equals("error") && !itself) {
            complaints.add(message.text() + " " + message.location());
          }
        });
  }

  private static String resource(String name) {
    try (InputStream script = PageCheck.class.getResourceAsStream(name)) {
      return new String(
          Optional.ofNullable(script).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What is wrong with the page at this path; empty when one is led elsewhere, to a page that has
  /// its own turn.
  public Optional<List<String>> visit(String path) {
    complaints.clear();
    page.setViewportSize(Chromium.DESK_WIDTH, Chromium.DESK_HEIGHT);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    Response response = page.navigate(path);
    if (response.request().redirectedFrom() != null) {
      return Optional.empty();
    }
    if (response.status() >= 500) {
      complaints.add("answers " + response.status());
    }
    return Optional.of(
        faults(page, complaints).stream().map(fault -> path + ": " + fault).toList());
  }

  /// What is wrong with the page that is open, and what was complained of before.
  public static List<String> faults(Page page, List<String> complaints) {
    page.evaluate(AXE);
    List<String> faults = new ArrayList<>(violations(page, LIGHT));
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    violations(page, DARK).forEach(fault -> faults.add("dark: " + fault));
    page.setViewportSize(Chromium.PHONE_WIDTH, Chromium.PHONE_HEIGHT);
    String width = String.valueOf(page.evaluate(OVERFLOW));
    if (!width.isEmpty()) {
      faults.add(width);
    }
    faults.addAll(complaints);
    return faults;
  }

  private static List<String> violations(Page page, String options) {
    return ((List<?>) page.evaluate(VIOLATIONS.replace("$OPTIONS", options)))
        .stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    page.close();
  }
}
