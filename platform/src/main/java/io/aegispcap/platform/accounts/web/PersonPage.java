package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.web.Page;

/// What others see of a person.
public record PersonPage(Profile profile) implements Page {

  @Override
  public String title() {
    return profile.name();
  }

  @Override
  public String template() {
    return "accounts/person";
  }
}
