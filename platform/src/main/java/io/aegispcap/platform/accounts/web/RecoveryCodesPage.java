package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.web.Page;
import java.util.List;

/// Shows recovery codes, once.
public record RecoveryCodesPage(List<String> codes) implements Page {
  public RecoveryCodesPage {
    codes = List.copyOf(codes);
  }

  @Override
  public String title() {
    return "Keep these codes";
  }

  @Override
  public String template() {
    return "accounts/recovery-codes";
  }
}
