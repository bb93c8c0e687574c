package io.aegispcap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Calls every endpoint of every module as everybody.
@RunningPlatform
class EndpointAccessTests {
  private static final Set<Integer> REFUSALS = Set.of(302, 401, 403);

  private static final Set<RequestMethod> CHANGE_NOTHING =
      Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

  private final Browser visitor;
  private final Guests guests;
  private final RequestMappingHandlerMapping mappings;

  EndpointAccessTests(
      Browser visitor,
      Guests guests,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.visitor = visitor;
    this.guests = guests;
    this.mappings = mappings;
  }

  private record Endpoint(RequestMethod method, String path, Permission needed) {

    /// Whom to call it as: where everybody who is signed in may, no role makes a difference.
    Set<Role> roles() {
      boolean everybodys =
          Arrays.stream(Role.values()).allMatch(role -> needed.grantedTo(EnumSet.of(role)));
      return everybodys ? EnumSet.of(Role.MEMBER) : EnumSet.allOf(Role.class);
    }

    int callAs(Browser browser, String csrf) {
      return method == RequestMethod.GET
          ? browser.get(path).status()
          : browser.form(method.name(), path, csrf, Map.of()).status();
    }
  }

  @Test
  void letsInThoseWhomItDeclaresAndNobodyElse() {
    List<String> wrong = new ArrayList<>();
    Map<Role, Browser> browsers = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      browsers.put(role, guests.join(role).browser());
    }
    String csrf = visitor.get("/sign-in").csrf();
    Map<Role, String> tokens = new EnumMap<>(Role.class);
    browsers.forEach((role, browser) -> tokens.put(role, browser.get("/").csrf()));
    for (Endpoint endpoint : endpoints()) {
      check(endpoint, "visitor", endpoint.needed().open(), endpoint.callAs(visitor, csrf))
          .ifPresent(wrong::add);
      for (Role role : endpoint.roles()) {
        boolean allowed = endpoint.needed().grantedTo(EnumSet.of(Role.MEMBER, role));
        int status = endpoint.callAs(browsers.get(role), tokens.get(role));
        check(endpoint, role.name(), allowed, status).ifPresent(wrong::add);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void takesNoChangeWithoutTheTokenOfAForm() {
    Browser administrator = guests.join(Role.ADMINISTRATOR).browser();
    assertThat(endpoints())
        .filteredOn(endpoint -> !CHANGE_NOTHING.contains(endpoint.method()))
        .allSatisfy(
            endpoint -> assertThat(endpoint.callAs(administrator, "forged")).isEqualTo(403));
  }

  private static Optional<String> check(
      Endpoint endpoint, String who, boolean allowed, int status) {
    boolean refused = REFUSALS.contains(status);
    return refused == allowed || status >= 500
        ? Optional.of(endpoint + " answers " + status + " to " + who)
        : Optional.empty();
  }

  /// With `x` for what paths leave open; those that end the session come last.
  private List<Endpoint> endpoints() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().hasMethodAnnotation(Requires.class))
        .filter(entry -> !entry.getKey().getMethodsCondition().getMethods().isEmpty())
        .flatMap(
            entry -> {
              Permission needed = entry.getValue().getMethodAnnotation(Requires.class).value();
              return entry.getKey().getMethodsCondition().getMethods().stream()
                  .flatMap(
                      method ->
                          entry.getKey().getPatternValues().stream()
                              .map(path -> path.replaceAll("\\{[^}]*}", "x"))
                              .map(path -> new Endpoint(method, path, needed)));
            })
        .sorted(
            Comparator.comparing((Endpoint endpoint) -> endpoint.path().contains("sign-out"))
                .thenComparing(Endpoint::path))
        .toList();
  }
}
