package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.accounts.entry.SecondFactor;
import io.aegispcap.platform.web.Attention;
import io.aegispcap.platform.web.Icon;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Reminds whoever runs the place that a password alone is little.
@Component
@Order(20)
class SecondFactorAdvice implements Attention {
  private final SecondFactor secondFactor;

  SecondFactorAdvice(SecondFactor secondFactor) {
    this.secondFactor = secondFactor;
  }

  @Override
  public List<Item> of(Caller.Person person) {
    return person.may(Permission.MAINTAIN) && !secondFactor.isOn(person.id())
        ? List.of(
            new Item(
                Icon.SHIELD,
                "Your account runs this place: protect it with an authenticator app",
                "/account/security"))
        : List.of();
  }
}
