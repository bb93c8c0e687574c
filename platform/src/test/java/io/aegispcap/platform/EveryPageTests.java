package io.aegispcap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Chromium;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.PageCheck;
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

  /// As an administrator, who sees most; where that leads elsewhere, as a visitor.
  @Test
  void canBeReadByEverybody() {
    List<String> wrong = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>(List.of("/"));
    try (BrowserContext window = chromium.window(guests.join(Role.ADMINISTRATOR).browser());
        PageCheck check = new PageCheck(window)) {
      for (String path : pages()) {
        check.visit(path).ifPresentOrElse(wrong::addAll, () -> elsewhere.add(path));
      }
    }
    try (BrowserContext window = chromium.window(visitor);
        PageCheck check = new PageCheck(window)) {
      elsewhere.forEach(path -> check.visit(path).ifPresent(wrong::addAll));
    }
    assertThat(wrong).isEmpty();
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
