package io.aegispcap.platform.plugins.running;

import io.aegispcap.extension.sandbox.Confinement;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What cages are made of.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PluginSettings.class)
class CageConfiguration {

  /// What this machine can enforce, and whether plugins run where it can't.
  @Bean
  static Confinement confinement(PluginSettings settings) {
    Confinement confinement = Confinement.ofThisMachine();
    return settings.trustUnsandboxed() ? confinement.trusted() : confinement;
  }
}
