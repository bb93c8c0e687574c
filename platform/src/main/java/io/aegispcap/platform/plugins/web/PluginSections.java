package io.aegispcap.platform.plugins.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Its place in the navigation.
@Configuration(proxyBeanMethods = false)
class PluginSections {

  @Bean
  static Section pluginsSection() {
    return new Section(
        Section.Group.SHARE, 10, "/plugins", "Plugins", Icon.PUZZLE, Permission.TAKE_PART);
  }
}
