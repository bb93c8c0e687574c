package io.aegispcap.platform.api.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiSections {

  @Bean
  Section apiReference() {
    return new Section(Section.Group.RUN, 90, "/docs/api", "API", Icon.CHIP, Permission.TAKE_PART);
  }
}
