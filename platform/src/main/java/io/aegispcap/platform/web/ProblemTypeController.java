package io.aegispcap.platform.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Explains the types of problems.
@Controller
class ProblemTypeController {
  private final ProblemTypes types;

  ProblemTypeController(ProblemTypes types) {
    this.types = types;
  }

  @GetMapping("/problems/{slug}")
  @Requires(Permission.VISIT)
  Reply explain(@PathVariable String slug) {
    return types.all().stream()
        .filter(type -> type.slug().equals(slug))
        .findFirst()
        .map(ProblemTypePage::new)
        .orElseThrow(() -> ProblemException.notFound("problem called " + slug));
  }
}
