package io.aegispcap.platform.site.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Whom to tell about a vulnerability of this place. Source: RFC 9116.
@Controller
class SecurityTextController {
  private static final Duration VALID = Duration.ofDays(30);

  private final SecuritySettings settings;
  private final InstantSource clock;

  SecurityTextController(SecuritySettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/.well-known/security.txt")
  @Requires(Permission.VISIT)
  ResponseEntity<String> securityText() {
    if (settings.contact().isEmpty()) {
      throw new ProblemException(
          ProblemType.Common.NOT_FOUND,
          "Nobody is named here to report vulnerabilities to. Whoever runs this place sets"
              + " aegis.security.contact, such as mailto:security@example.org, and starts it again.");
    }
    StringBuilder text = new StringBuilder();
    settings.contact().forEach(way -> text.append("Contact: ").append(way).append('\n'));
    settings.policy().ifPresent(page -> text.append("Policy: ").append(page).append('\n'));
    text.append("Preferred-Languages: en\nExpires: ")
        .append(clock.instant().plus(VALID).truncatedTo(ChronoUnit.DAYS))
        .append('\n');
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(text.toString());
  }
}
