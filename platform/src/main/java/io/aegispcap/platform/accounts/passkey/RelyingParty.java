package io.aegispcap.platform.accounts.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// For which address passkeys are made. Browsers hand them out to the address they were made for,
/// over HTTPS, and on this machine itself; it is never taken from what a request claims.
@Component
public class RelyingParty {
  private static final String HERE = "localhost";

  private final PublicUrlSettings settings;

  RelyingParty(PublicUrlSettings settings) {
    this.settings = settings;
  }

  /// @param id the host
  /// @param origin with scheme and port
  record Address(String id, String origin) {}

  /// Whether passkeys work where this request was sent to.
  public boolean isAt(HttpServletRequest request) {
    return address(request).isPresent();
  }

  Optional<Address> address(HttpServletRequest request) {
    String asked = request.getServerName();
    if (settings.publicUrl().isEmpty()) {
      return asked.equals(HERE)
          ? Optional.of(new Address(HERE, "http://" + HERE + ":" + request.getServerPort()))
          : Optional.empty();
    }
    URI url = settings.publicUrl().get();
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    Address address = new Address(url.getHost(), url.getScheme() + "://" + url.getHost() + port);
    return asked.equals(address.id()) ? Optional.of(address) : Optional.empty();
  }
}
