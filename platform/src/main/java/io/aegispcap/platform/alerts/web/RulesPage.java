package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.rule.ArchiveRule;
import io.aegispcap.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All rules.
///
/// @param names of their makers who are still here
/// @param own ids of those that the viewer may change
public record RulesPage(List<ArchiveRule> rules, Map<PersonId, String> names, Set<Long> own)
    implements Page {
  public RulesPage {
    rules = List.copyOf(rules);
    names = Map.copyOf(names);
    own = Set.copyOf(own);
  }

  @Override
  public String title() {
    return "Archive rules";
  }

  @Override
  public String template() {
    return "alerts/rules";
  }

  public String maker(ArchiveRule rule) {
    return HistoryLine.name(rule.madeBy(), names);
  }
}
