package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.rule.ArchiveRule;
import io.aegispcap.platform.alerts.rule.RuleBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Rules, for programs. They are made from alerts, at their pages.
@RestController
@RequestMapping("/api/v1/alerts/rules")
class RuleApi {
  private final RuleBook book;
  private final Names names;

  RuleApi(RuleBook book, Names names) {
    this.book = book;
    this.names = names;
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Rule(
      long id,
      @Nullable String madeBy,
      Instant made,
      String detector,
      @Nullable String subject,
      @Nullable String target,
      String mostSevere,
      String reason,
      boolean enabled,
      long archived) {

    static Rule of(ArchiveRule rule, Map<PersonId, String> names) {
      ArchiveRule.Match match = rule.match();
      return new Rule(
          rule.id(),
          names.get(rule.madeBy()),
          rule.made(),
          match.detector(),
          match.subject().orElse(null),
          match.target().orElse(null),
          match.mostSevere().label(),
          rule.reason().slug(),
          rule.enabled(),
          rule.archived());
    }
  }

  record Enabled(boolean enabled) {}

  @GetMapping
  @Requires(Permission.TAKE_PART)
  Wire.Page<Rule> list() {
    List<ArchiveRule> rules = book.all();
    Map<PersonId, String> known = names.of(rules.stream().map(ArchiveRule::madeBy).toList());
    return new Wire.Page<>(rules.stream().map(rule -> Rule.of(rule, known)).toList(), null);
  }

  @PutMapping("/{rule}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TAKE_PART)
  void enable(Caller.Person caller, @PathVariable long rule, @RequestBody Enabled wanted) {
    book.enable(caller, rule, wanted.enabled());
  }

  @DeleteMapping("/{rule}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TAKE_PART)
  void delete(Caller.Person caller, @PathVariable long rule) {
    book.delete(caller, rule);
  }
}
