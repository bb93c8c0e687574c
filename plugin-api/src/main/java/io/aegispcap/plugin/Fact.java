package io.aegispcap.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One thing that a conversation said: a DNS answer, a TLS handshake, an HTTP exchange.
///
/// @param protocol ECS `network.protocol`, such as `dns`
/// @param fields by their ECS names; lists are joined by a comma; only what was granted is there
public record Fact(String protocol, Map<String, String> fields) {
  public Fact {
    fields = Map.copyOf(new LinkedHashMap<>(fields));
  }

  /// @param name an ECS field name, such as `dns.question.name`
  /// @return empty when the conversation did not say it, or when it was not granted
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
