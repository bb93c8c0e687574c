package io.aegispcap.analysis.plugin;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import io.aegispcap.plugin.Capability;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A fact's fields, and who may see which: names need `read:names`, numbers and kinds
/// `read:payload-facts`; where an address stands in a field, `read:addresses` too.
final class FactParts implements FactWriter {
  /// Fields that say how, and not who or what: all others are names.
  private static final Set<String> PLAIN =
      Set.of(
          "dns.id",
          "dns.question.type",
          "dns.question.class",
          "dns.response_code",
          "dns.response_nanos",
          "dns.answers.type",
          "dns.truncated",
          "dns.authoritative",
          "tls.version",
          "tls.client.version",
          "tls.client.supported_versions",
          "tls.client.alpn",
          "tls.next_protocol",
          "tls.cipher",
          "tls.alert",
          "tls.resumed",
          "tls.established",
          "tls.server.self_signed",
          "tls.client.ja3",
          "tls.client.ja4",
          "tls.server.ja3s",
          "tls.server.ja4s",
          "quic.version",
          "ssh.client.hassh",
          "ssh.server.hassh",
          "ssh.client.banner",
          "ssh.server.banner",
          "ssh.authentication.attempts",
          "ssh.authentication.success",
          "http.version",
          "http.request.method",
          "http.response.status_code",
          "http.response.content_encoding",
          "http.response.server",
          "user_agent.original",
          "service.banner",
          "file.mime_type",
          "file.size",
          "file.complete",
          "login.mechanism",
          "login.cleartext",
          "event.outcome",
          "dhcp.message_type",
          "dhcp.vendor_class",
          "ntp.version",
          "ntp.stratum",
          "ntp.mode",
          "ntp.length",
          "ntp.response",
          "ntp.monlist");

  /// IPv4, IPv6 or MAC addresses in a text.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{0,4}){2,}"
              + "|\\b[0-9a-fA-F]{2}([-:][0-9a-fA-F]{2}){5}\\b");

  private final Map<String, String> fields = new LinkedHashMap<>();

  private FactParts() {}

  /// All fields, lists joined by a comma.
  static Map<String, String> of(Fact fact) {
    FactParts parts = new FactParts();
    fact.describe(parts);
    return parts.fields;
  }

  /// Those that may be seen.
  static Map<String, String> granted(Map<String, String> fields, Set<Capability> granted) {
    boolean names = granted.contains(Capability.of(Capability.Kind.READ_NAMES));
    boolean plain = granted.contains(Capability.of(Capability.Kind.READ_PAYLOAD_FACTS));
    boolean addresses = granted.contains(Capability.of(Capability.Kind.READ_ADDRESSES));
    return fields.entrySet().stream()
        .filter(field -> PLAIN.contains(field.getKey()) ? plain : names)
        .filter(field -> addresses || !ADDRESS.matcher(field.getValue()).find())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void text(String field, String value) {
    if (!value.isEmpty()) {
      fields.put(field, value);
    }
  }

  @Override
  public void number(String field, long value) {
    fields.put(field, Long.toString(value));
  }

  @Override
  public void flag(String field, boolean value) {
    fields.put(field, Boolean.toString(value));
  }

  @Override
  public <T> void list(String field, List<T> items, Function<? super T, String> text) {
    if (!items.isEmpty()) {
      fields.put(field, items.stream().map(text).collect(Collectors.joining(",")));
    }
  }

  @Override
  public void time(String field, long nanos) {
    fields.put(field, Instant.ofEpochSecond(0, nanos).toString());
  }
}
