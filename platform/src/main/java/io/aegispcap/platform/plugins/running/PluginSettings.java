package io.aegispcap.platform.plugins.running;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What plugins may use.
///
/// @param heap mebibytes of Java objects of each
/// @param cpu processor time of each in one analysis
/// @param answer how long each may think about 1,024 flows
/// @param output mebibytes of one answer
/// @param insideHosts hosts that integrations may call though they are inside, and without TLS too
/// @param trustUnsandboxed whether plugins run where they can't be confined
@ConfigurationProperties("aegis.plugins")
public record PluginSettings(
    @DefaultValue("128") int heap,
    @DefaultValue("5m") Duration cpu,
    @DefaultValue("30s") Duration answer,
    @DefaultValue("16") int output,
    @DefaultValue Set<String> insideHosts,
    @DefaultValue("false") boolean trustUnsandboxed) {
  public PluginSettings {
    insideHosts = Set.copyOf(insideHosts);
  }
}
