package io.aegispcap.platform.running;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Role;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.entry.OneTimeLink;
import io.aegispcap.platform.accounts.entry.OneTimeLinks;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// Invites people, who join through the front door; each test has its own.
public final class Guests {
  public static final String PASSWORD = "correct horse battery staple";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Browser browser;
  private final OneTimeLinks links;
  private final People people;

  Guests(Browser browser, OneTimeLinks links, People people) {
    this.browser = browser;
    this.links = links;
    this.people = people;
  }

  /// Those of a server that a test started by itself.
  public static Guests of(ServletWebServerApplicationContext running) {
    return new Guests(
        new Browser(running.getWebServer().getPort()),
        running.getBean(OneTimeLinks.class),
        running.getBean(People.class));
  }

  /// Somebody who is signed in.
  public record Guest(String handle, PersonId id, Browser browser) {}

  /// A new person with these roles beside that of a member.
  public Guest join(Role... roles) {
    Set<Role> all = EnumSet.of(Role.MEMBER, roles);
    String link =
        "/join/"
            + links
                .make(new OneTimeLink.Invitation(all), Optional.empty(), Duration.ofHours(1))
                .text();
    String handle = "guest-" + NUMBER.incrementAndGet();
    Browser theirs = browser.another();
    Answer joined =
        theirs.submit(link, link, Map.of("handle", handle, "name", "Guest", "password", PASSWORD));
    if (joined.status() != 303) {
      throw new AssertionError("could not join: " + joined.status() + "\n" + joined.body());
    }
    return new Guest(handle, people.find(new Handle(handle)).orElseThrow().id(), theirs);
  }
}
