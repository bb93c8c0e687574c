package io.aegispcap.platform.network.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where it stands in the navigation.
@Configuration(proxyBeanMethods = false)
class NetworkSections {

  @Bean
  static Section networkSection() {
    return new Section(
        Section.Group.RUN, 5, "/network", "Network", Icon.NETWORK, Permission.MAINTAIN);
  }
}
