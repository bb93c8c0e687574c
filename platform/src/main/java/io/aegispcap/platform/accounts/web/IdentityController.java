package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.accounts.oidc.Identities;
import io.aegispcap.platform.accounts.self.OwnAccount;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Parts one's account from the provider's again.
@Controller
class IdentityController {
  private final Identities identities;
  private final OwnAccount own;
  private final Deeds deeds;

  IdentityController(Identities identities, OwnAccount own, Deeds deeds) {
    this.identities = identities;
    this.own = own;
    this.deeds = deeds;
  }

  @PostMapping("/account/identity/unlink")
  @Requires(Permission.TAKE_PART)
  Reply unlink(Caller.Person caller) {
    if (!own.hasPassword(caller)) {
      throw new ProblemException(
          ProblemType.Common.CONFLICT,
          "You have no password: nobody could enter any more. Ask an administrator for a link to"
              + " choose one first.");
    }
    identities.unlink(caller.id());
    deeds.record(caller, "identity.unlink", caller.id().toString());
    return new Redirect("/account/security?saved");
  }
}
