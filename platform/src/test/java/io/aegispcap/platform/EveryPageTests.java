package io.aegispcap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import io.aegispcap.platform.web.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Opens each page whose address has nothing to fill in, of every module, in a real browser.
@RunningPlatform
class EveryPageTests {
  /// The rules of WCAG 2.2 up to level AA.
  private static final List<String> LEVEL_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final String PAGE_ABSENT =
      "Failed to load resource: the server responded with a status of 404";

  private static final String OVERFLOW =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final Browser visitor;
  private final Guests guests;
  private final Chromium chromium;
  private final RequestMappingHandlerMapping mappings;

  EveryPageTests(
      Browser visitor,
      Guests guests,
      Chromium chromium,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.visitor = visitor;
    this.guests = guests;
    this.chromium = chromium;
    this.mappings = mappings;
  }

  @Test
  void canBeReadByEverybody() {
    List<String> wrong = new ArrayList<>();
    for (Browser who : List.of(visitor, guests.join(Role.ADMINISTRATOR).browser())) {
      try (BrowserContext window = chromium.window(who)) {
        for (String path : pages()) {
          wrong.addAll(check(window, path));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// What is wrong with a page: what axe finds in both themes, what the browser complains of
  /// (breaches of the content security policy, failing scripts), parts that a telephone can't show,
  /// and failures. A page that is not there for somebody is a page too.
  private static List<String> check(BrowserContext window, String path) {
    List<String> wrong = new ArrayList<>();
    try (Page page = window.newPage()) {
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") && !message.text().startsWith(PAGE_ABSENT)) {
              wrong.add(message.text());
            }
          });
      page.onPageError(wrong::add);
      Response response = page.navigate(path);
      if (response.status() >= 500) {
        wrong.add("answers " + response.status());
      }
      if (asksToSignIn(page, path)) {
        return List.of(); // that page has its own turn
      }
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        violations(page).forEach(fault -> wrong.add(scheme + ": " + fault));
      }
      page.setViewportSize(Chromium.PHONE_WIDTH, Chromium.PHONE_HEIGHT);
      wrong.addAll(overflow(page));
    }
    return wrong.stream().map(fault -> path + ": " + fault).toList();
  }

  private static boolean asksToSignIn(Page page, String path) {
    return !path.equals("/sign-in") && page.url().contains("/sign-in?next=");
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .setLegacyMode(true) // no frames here, and much faster
            .withTags(LEVEL_AA)
            .analyze()
            .getViolations()
            .stream()
            .flatMap(
                (Rule rule) ->
                    rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getHtml()))
            .toList();
  }

  private static List<String> overflow(Page page) {
    int pixels = ((Number) page.evaluate(OVERFLOW)).intValue();
    return pixels <= 0 ? List.of() : List.of("is " + pixels + " pixels too wide");
  }

  private List<String> pages() {
    List<String> pages =
        mappings.getHandlerMethods().entrySet().stream()
            .filter(entry -> entry.getValue().hasMethodAnnotation(Requires.class))
            .filter(entry -> Reply.class.isAssignableFrom(returned(entry.getValue())))
            .map(Map.Entry::getKey)
            .filter(EveryPageTests::isRead)
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .filter(path -> !path.contains("{"))
            .sorted()
            .toList();
    assertThat(pages).contains("/", "/notices");
    return pages;
  }

  private static Class<?> returned(HandlerMethod method) {
    return method.getMethod().getReturnType();
  }

  private static boolean isRead(RequestMappingInfo mapping) {
    return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
  }
}
