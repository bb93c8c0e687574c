package io.aegispcap.platform.site.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Its place in the navigation.
@Configuration(proxyBeanMethods = false)
class SiteSections {

  @Bean
  Section home() {
    return new Section(Section.Group.INVESTIGATE, 0, "/", "Home", Icon.HOME, Permission.TAKE_PART);
  }
}
