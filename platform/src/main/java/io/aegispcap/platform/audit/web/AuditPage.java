package io.aegispcap.platform.audit.web;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.audit.AuditEntry;
import io.aegispcap.platform.audit.AuditLog;
import io.aegispcap.platform.web.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was done, for administrators.
///
/// @param text searched for
/// @param names of people in the entries who are still here
/// @param older where the page goes on
/// @param verdict when the chain was just verified
public record AuditPage(
    String text,
    List<AuditEntry> entries,
    Map<PersonId, String> names,
    Optional<Long> older,
    Optional<AuditLog.Verdict> verdict)
    implements Page {
  public AuditPage {
    entries = List.copyOf(entries);
    names = Map.copyOf(names);
  }

  @Override
  public String title() {
    return "Audit";
  }

  @Override
  public String template() {
    return "audit/log";
  }

  /// Where the list goes on, with what is searched for.
  public String olderPath() {
    return "/audit?q="
        + URLEncoder.encode(text, StandardCharsets.UTF_8)
        + "&before="
        + older.map(Object::toString).orElse("");
  }

  /// What else matters, by name.
  public Map<String, String> details(AuditEntry entry) {
    Map<String, String> details = new LinkedHashMap<>();
    JsonMapper.shared()
        .readTree(entry.detail())
        .properties()
        .forEach(part -> details.put(part.getKey(), text(part.getValue())));
    return details;
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.asString() : value.toString();
  }

  /// Who did it, as people write it.
  public String who(AuditEntry entry) {
    return entry.person().map(id -> names.getOrDefault(id, "somebody who left")).orElse("–");
  }
}
