package io.aegispcap.platform.audit.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.audit.AuditEntry;
import io.aegispcap.platform.audit.AuditLog;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.Reply;
import io.aegispcap.platform.web.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Lets administrators look things up.
@Controller
class AuditController {
  private static final int ENTRIES = 50;

  private final AuditLog log;
  private final Names names;
  private final Deeds deeds;

  AuditController(AuditLog log, Names names, Deeds deeds) {
    this.log = log;
    this.names = names;
    this.deeds = deeds;
  }

  @Bean
  static Section auditSection() {
    return new Section(Section.Group.RUN, 20, "/audit", "Audit", Icon.LIST, Permission.ADMINISTER);
  }

  @GetMapping("/audit")
  @Requires(Permission.ADMINISTER)
  Reply search(
      Caller.Person caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam Optional<Long> before) {
    String text = q.replace("\0", "").strip();
    List<AuditEntry> found =
        log.search(new AuditLog.Query(text, Optional.empty(), before), ENTRIES);
    deeds.record(caller, "audit.search", text, Map.of("results", Integer.toString(found.size())));
    return page(text, found, Optional.empty());
  }

  @PostMapping("/audit/verify")
  @Requires(Permission.ADMINISTER)
  Reply verify(Caller.Person caller) {
    AuditLog.Verdict verdict = log.verify();
    deeds.record(caller, "audit.verify", "", Map.of("verdict", verdict.toString()));
    List<AuditEntry> latest =
        log.search(new AuditLog.Query("", Optional.empty(), Optional.empty()), ENTRIES);
    return page("", latest, Optional.of(verdict));
  }

  private AuditPage page(
      String text, List<AuditEntry> entries, Optional<AuditLog.Verdict> verdict) {
    Optional<Long> older =
        entries.size() < ENTRIES ? Optional.empty() : Optional.of(entries.getLast().seq());
    return new AuditPage(
        text,
        entries,
        names.of(entries.stream().flatMap(entry -> entry.person().stream()).toList()),
        older,
        verdict);
  }
}
