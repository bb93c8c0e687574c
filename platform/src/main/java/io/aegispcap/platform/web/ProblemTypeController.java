package io.aegispcap.platform.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Explains the types of problems. Modules offer theirs as beans.
@Controller
class ProblemTypeController {
  private final List<ProblemType> types;

  ProblemTypeController(ObjectProvider<ProblemType> ofModules) {
    this.types =
        Stream.concat(Stream.of(ProblemType.Common.values()), ofModules.orderedStream()).toList();
  }

  @GetMapping("/problems/{slug}")
  @Requires(Permission.VISIT)
  Reply explain(@PathVariable String slug) {
    return types.stream()
        .filter(type -> type.slug().equals(slug))
        .findFirst()
        .map(ProblemTypePage::new)
        .orElseThrow(() -> ProblemException.notFound("problem called " + slug));
  }
}
