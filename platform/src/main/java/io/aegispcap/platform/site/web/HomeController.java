package io.aegispcap.platform.site.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The home page.
@Controller
class HomeController {

  @GetMapping("/")
  @Requires(Permission.VISIT)
  HomePage home() {
    return new HomePage();
  }
}
