package io.aegispcap.platform.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Builds the frame of the page that a request gets.
@Component
class Frames {
  private final List<Section> sections;
  private final CurrentCaller callers;
  private final ObjectProvider<Bell> bell;
  private final Assets assets;

  Frames(List<Section> sections, CurrentCaller callers, ObjectProvider<Bell> bell, Assets assets) {
    this.sections = sections.stream().sorted(Comparator.comparingInt(Section::order)).toList();
    this.callers = callers;
    this.bell = bell;
    this.assets = assets;
  }

  /// A page about a problem rings no bell: asking for the count may be what failed.
  Frame around(HttpServletRequest request, Page page) {
    Caller caller = callers.get();
    return new Frame(
        request.getRequestURI(),
        caller,
        csrf(request),
        visibleTo(caller),
        page instanceof ProblemPage ? 0 : unread(caller),
        assets);
  }

  private Map<Section.Group, List<Section>> visibleTo(Caller caller) {
    return sections.stream()
        .filter(section -> caller.may(section.permission()))
        .collect(
            Collectors.groupingBy(
                Section::group, () -> new EnumMap<>(Section.Group.class), Collectors.toList()));
  }

  private int unread(Caller caller) {
    Bell rings = bell.getIfAvailable();
    return rings != null && caller instanceof Caller.Person person ? rings.unread(person.id()) : 0;
  }

  private static Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Csrf(token.getParameterName(), token.getToken())
        : new Csrf("_csrf", "");
  }
}
