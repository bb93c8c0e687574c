package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Its place in the navigation.
@Configuration(proxyBeanMethods = false)
class AccountSections {

  @Bean
  Section people() {
    return new Section(
        Section.Group.RUN, 10, "/people", "People", Icon.PEOPLE, Permission.ADMINISTER);
  }
}
