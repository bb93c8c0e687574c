package io.aegispcap.platform.accounts.oidc;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param issuer of the provider; its metadata is looked up at the first sign-in
/// @param clientId as which it knows us
/// @param clientSecret with what we prove it
/// @param name what people call it
@ConfigurationProperties("aegis.oidc")
public record OidcSettings(
    Optional<URI> issuer,
    @DefaultValue("aegis") String clientId,
    Optional<String> clientSecret,
    @DefaultValue("single sign-on") String name) {

  public boolean isOn() {
    return issuer.isPresent();
  }
}
