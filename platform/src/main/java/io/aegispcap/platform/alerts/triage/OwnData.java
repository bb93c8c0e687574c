package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.PersonalData;
import io.aegispcap.platform.alerts.inbox.SavedFilters;
import io.aegispcap.platform.alerts.rule.ArchiveRule;
import io.aegispcap.platform.alerts.rule.Rules;
import io.aegispcap.platform.alerts.talk.Comments;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody.
@Component
class OwnData implements PersonalData {
  private final Comments comments;
  private final SavedFilters filters;
  private final Rules rules;

  OwnData(Comments comments, SavedFilters filters, Rules rules) {
    this.comments = comments;
    this.filters = filters;
    this.rules = rules;
  }

  @Override
  public String heading() {
    return "alerts";
  }

  @Override
  public Object of(PersonId person) {
    List<ArchiveRule> made =
        rules.all().stream().filter(rule -> rule.madeBy().equals(person)).toList();
    return Map.of("comments", comments.by(person), "filters", filters.of(person), "rules", made);
  }
}
