package io.aegispcap.platform.site.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.web.Attention;
import io.aegispcap.platform.web.Reply;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The home page.
@Controller
class HomeController {
  private final List<Attention> modules;

  HomeController(List<Attention> modules) {
    this.modules = List.copyOf(modules);
  }

  @GetMapping("/")
  @Requires(Permission.VISIT)
  Reply home(Caller caller) {
    return switch (caller) {
      case Caller.Visitor _ -> new HomePage(List.of());
      case Caller.Person person ->
          new HomePage(modules.stream().flatMap(module -> module.of(person).stream()).toList());
    };
  }
}
