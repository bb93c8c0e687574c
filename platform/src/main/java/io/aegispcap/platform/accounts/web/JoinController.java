package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.accounts.entry.Joining;
import io.aegispcap.platform.accounts.entry.OneTimeLink;
import io.aegispcap.platform.accounts.entry.OneTimeLinks;
import io.aegispcap.platform.accounts.entry.Origin;
import io.aegispcap.platform.accounts.entry.Secret;
import io.aegispcap.platform.accounts.entry.SessionCookie;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Opening an account.
@Controller
class JoinController {
  private final Joining joining;
  private final OneTimeLinks links;
  private final SessionCookie cookie;

  JoinController(Joining joining, OneTimeLinks links, SessionCookie cookie) {
    this.joining = joining;
    this.links = links;
    this.cookie = cookie;
  }

  @GetMapping("/sign-up")
  @Requires(Permission.VISIT)
  Reply openForm() {
    if (!joining.isOpen()) {
      throw new ProblemException(
          ProblemType.Common.NOT_FOUND, "Accounts are opened by invitation here.");
    }
    return new JoinPage("/sign-up", false, "", "", Optional.empty());
  }

  @PostMapping("/sign-up")
  @Requires(Permission.VISIT)
  Reply open(
      Joining.Application application, HttpServletRequest request, HttpServletResponse response) {
    Joining.Outcome outcome = joining.withoutLink(application, Origin.of(request));
    return answer(outcome, "/sign-up", false, application, request, response);
  }

  @GetMapping("/join/{link}")
  @Requires(Permission.VISIT)
  Reply linkForm(@PathVariable String link) {
    return new JoinPage("/join/" + link, isFirst(link), "", "", Optional.empty());
  }

  @PostMapping("/join/{link}")
  @Requires(Permission.VISIT)
  Reply join(
      @PathVariable String link,
      Joining.Application application,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean first = isFirst(link);
    Joining.Outcome outcome = joining.withLink(new Secret(link), application, Origin.of(request));
    return answer(outcome, "/join/" + link, first, application, request, response);
  }

  private boolean isFirst(String link) {
    OneTimeLink found =
        links
            .look(new Secret(link))
            .filter(known -> known.opens().isPresent())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.Common.NOT_FOUND,
                        "This link was used before or has expired. Ask for a new one."));
    return found instanceof OneTimeLink.SetUp;
  }

  private Reply answer(
      Joining.Outcome outcome,
      String action,
      boolean first,
      Joining.Application application,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (outcome) {
      case Joining.Outcome.Joined(Secret session) -> {
        cookie.write(request, response, session);
        yield new Redirect("/");
      }
      case Joining.Outcome.Refused(String why) ->
          new JoinPage(action, first, application.handle(), application.name(), Optional.of(why));
    };
  }
}
