package io.aegispcap.platform.alerts.web;

import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.alerts.rule.ArchiveRule;
import io.aegispcap.platform.web.Page;
import java.util.List;

/// A rule that is about to be made from an alert.
///
/// @param match which alerts it would archive
/// @param matching how many of those in the inbox it matches now
/// @param counted whether there may be more, which are not counted
/// @param examples some of them
public record RulePage(
    Alert alert,
    ArchiveRule.Match match,
    Reason reason,
    int matching,
    boolean counted,
    List<Row> examples)
    implements Page {
  public RulePage {
    examples = List.copyOf(examples);
  }

  @Override
  public String title() {
    return "Archive such alerts";
  }

  @Override
  public String template() {
    return "alerts/rule";
  }

  public List<Reason> reasons() {
    return List.of(Reason.values());
  }

  public List<Severity> severities() {
    return List.of(Severity.values());
  }

  public String count() {
    return Words.count(matching) + (counted ? "" : "+");
  }
}
