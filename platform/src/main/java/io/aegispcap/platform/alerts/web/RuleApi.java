package io.aegispcap.platform.alerts.web;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.Finding;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.rule.ArchiveRule;
import io.aegispcap.platform.alerts.rule.RuleBook;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Rules, for programs. They are made from alerts, as at the pages.
@RestController
@RequestMapping("/api/v1/alerts/rules")
class RuleApi {
  private static final String PATH = "/api/v1/alerts/rules/";

  private final Alerts alerts;
  private final RuleBook book;
  private final Names names;

  RuleApi(Alerts alerts, RuleBook book, Names names) {
    this.alerts = alerts;
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

  /// A rule to be made.
  @JsonNaming(SnakeCaseStrategy.class)
  record Wanted(
      @Schema(description = "The alert that it is made from", example = "12") long alert,
      @Schema(description = "Whether it is about the same host only; so unless false")
          Optional<Boolean> sameSubject,
      @Schema(description = "Whether it is about the same target only")
          Optional<Boolean> sameTarget,
      @Schema(description = "More severe ones stay; that of the alert if absent", example = "low")
          Optional<String> mostSevere,
      @Schema(description = "Why they are archived; benign if absent", example = "benign")
          Optional<String> reason,
      @Schema(description = "Whether to archive what is in the inbox already")
          Optional<Boolean> present) {

    ArchiveRule.Match match(Finding finding) {
      return new ArchiveRule.Match(
          finding.rule().id(),
          sameSubject.orElse(true) ? Optional.of(finding.subject()) : Optional.empty(),
          sameTarget.orElse(false) ? finding.target() : Optional.empty(),
          mostSevere.map(RuleApi::severity).orElse(finding.severity()));
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

  @Operation(summary = "Make a rule from an alert")
  @PostMapping
  @Requires(Permission.TAKE_PART)
  @ApiResponse(responseCode = "201")
  ResponseEntity<Rule> make(Caller.Person caller, @RequestBody Wanted wanted) {
    Alert alert = alerts.require(new AlertId(wanted.alert()), caller);
    Reason reason = wanted.reason().map(RuleApi::reason).orElse(Reason.BENIGN);
    ArchiveRule made =
        book.make(
                caller,
                alert,
                wanted.match(alert.finding()),
                reason,
                wanted.present().orElse(false))
            .rule();
    return ResponseEntity.created(URI.create(PATH + made.id()))
        .body(shown(book.require(made.id())));
  }

  @GetMapping("/{rule}")
  @Requires(Permission.TAKE_PART)
  Rule one(@PathVariable long rule) {
    return shown(book.require(rule));
  }

  private Rule shown(ArchiveRule rule) {
    return Rule.of(rule, names.of(List.of(rule.madeBy())));
  }

  private static Severity severity(String label) {
    return Stream.of(Severity.values())
        .filter(severity -> severity.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> invalid("most_severe", Stream.of(Severity.values()).map(Severity::label)));
  }

  private static Reason reason(String slug) {
    return Reason.parse(slug)
        .orElseThrow(() -> invalid("reason", Stream.of(Reason.values()).map(Reason::slug)));
  }

  private static ProblemException invalid(String member, Stream<String> allowed) {
    return new ProblemException(
        ProblemType.Common.INVALID,
        member + " is one of " + allowed.collect(Collectors.joining(", ")) + ".");
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
