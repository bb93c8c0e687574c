package io.aegispcap.platform.accounts.passkey;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param publicUrl where people reach the platform: `https://aegis.example.org`
@ConfigurationProperties("aegis")
public record PublicUrlSettings(Optional<URI> publicUrl) {
  public PublicUrlSettings {
    if (publicUrl.isPresent() && !isOrigin(publicUrl.get())) {
      throw new IllegalArgumentException(
          "aegis.public-url must look like https://aegis.example.org, not " + publicUrl.get());
    }
  }

  private static boolean isOrigin(URI url) {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    return web && url.getHost() != null && url.getQuery() == null && url.getPath().length() <= 1;
  }
}
