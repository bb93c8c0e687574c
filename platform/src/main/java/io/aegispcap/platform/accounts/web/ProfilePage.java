package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.web.Page;

/// One's own profile.
///
/// @param saved whether it was just changed
public record ProfilePage(Profile profile, boolean saved) implements Page {

  @Override
  public String title() {
    return "Profile";
  }

  @Override
  public String template() {
    return "accounts/profile";
  }
}
