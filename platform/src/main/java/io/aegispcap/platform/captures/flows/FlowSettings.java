package io.aegispcap.platform.captures.flows;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What questions about flows may take.
///
/// @param memory of one question, beside the heap
/// @param threads of one question
/// @param questions that are answered at a time
/// @param timeout of one question
@ConfigurationProperties("aegis.flows")
public record FlowSettings(
    @DefaultValue("512MB") DataSize memory,
    @DefaultValue("2") int threads,
    @DefaultValue("3") int questions,
    @DefaultValue("20s") Duration timeout) {
  public FlowSettings {
    if (threads < 1 || questions < 1 || timeout.toSeconds() < 1 || memory.toMegabytes() < 64) {
      throw new IllegalArgumentException(
          "aegis.flows: at least one thread, one question, one second and 64MB");
    }
  }
}
