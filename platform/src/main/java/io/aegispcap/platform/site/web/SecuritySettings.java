package io.aegispcap.platform.site.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What finders of vulnerabilities are told.
///
/// @param contact whom to tell, the best way first: `mailto:`, `https:` or `tel:` URIs
/// @param policy where it says how reports are handled
@ConfigurationProperties("aegis.security")
record SecuritySettings(@DefaultValue({}) List<URI> contact, Optional<URI> policy) {
  private static final Set<String> WAYS = Set.of("mailto", "https", "tel");

  SecuritySettings {
    contact = List.copyOf(contact);
    for (URI way : contact) {
      if (way.getScheme() == null || !WAYS.contains(way.getScheme())) {
        throw new IllegalArgumentException(
            "aegis.security.contact must be a mailto:, https: or tel: URI, not " + way);
      }
    }
  }
}
