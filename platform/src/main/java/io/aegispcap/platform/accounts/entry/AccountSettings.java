package io.aegispcap.platform.accounts.entry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param signUp who may open an account
@ConfigurationProperties("aegis.accounts")
public record AccountSettings(@DefaultValue("invitation") SignUp signUp) {

  /// Who may open an account.
  public enum SignUp {
    OPEN,
    INVITATION,
    CLOSED
  }
}
