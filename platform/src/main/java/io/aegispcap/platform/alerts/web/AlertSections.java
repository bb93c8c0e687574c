package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Its place in the navigation.
@Configuration(proxyBeanMethods = false)
class AlertSections {

  @Bean
  static Section alertsSection() {
    return new Section(
        Section.Group.INVESTIGATE, 20, "/alerts", "Alerts", Icon.ALERT, Permission.TAKE_PART);
  }
}
