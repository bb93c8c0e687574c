package io.aegispcap.platform.running;

import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.entry.OneTimeLinks;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;

/// Starts from an empty database, and lets tests browse.
@TestConfiguration(proxyBeanMethods = false)
class RunningConfiguration {

  @Bean
  FlywayMigrationStrategy emptyFirst() {
    return flyway -> {
      flyway.clean();
      flyway.migrate();
    };
  }

  @Bean
  @Primary
  JumpingClock jumpingClock() {
    return new JumpingClock();
  }

  /// A new one for each test class instance: no cookies of others.
  @Bean
  @Lazy
  @Scope("prototype")
  Browser browser(ServletWebServerApplicationContext running) {
    return new Browser(running.getWebServer().getPort());
  }

  @Bean
  @Lazy
  Chromium chromium(ServletWebServerApplicationContext running) {
    return new Chromium(running.getWebServer().getPort());
  }

  @Bean
  @Lazy
  Guests guests(Browser browser, OneTimeLinks links, People people) {
    return new Guests(browser, links, people);
  }
}
