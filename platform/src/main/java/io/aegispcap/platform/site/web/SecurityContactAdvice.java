package io.aegispcap.platform.site.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.web.Attention;
import io.aegispcap.platform.web.Icon;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Reminds administrators that finders of vulnerabilities need somebody to tell.
@Component
@Order(90)
class SecurityContactAdvice implements Attention {
  private final SecuritySettings settings;

  SecurityContactAdvice(SecuritySettings settings) {
    this.settings = settings;
  }

  @Override
  public List<Item> of(Caller.Person person) {
    return person.may(Permission.ADMINISTER) && settings.contact().isEmpty()
        ? List.of(
            new Item(
                Icon.MESSAGE,
                "Nobody is named to report vulnerabilities to: set aegis.security.contact",
                "/.well-known/security.txt"))
        : List.of();
  }
}
