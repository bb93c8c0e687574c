package io.aegispcap.platform.alerts.triage;

import io.aegispcap.platform.access.PersonLeft;
import io.aegispcap.platform.alerts.inbox.SavedFilters;
import io.aegispcap.platform.alerts.rule.Rules;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Gives back what whoever left had taken on, and switches their rules off: nobody answers for them
/// any more. What they said and did stays, under no name.
@Component
class Farewell {
  private final Actions actions;
  private final SavedFilters filters;
  private final Rules rules;

  Farewell(Actions actions, SavedFilters filters, Rules rules) {
    this.actions = actions;
    this.filters = filters;
    this.rules = rules;
  }

  @ApplicationModuleListener
  void goodbye(PersonLeft left) {
    actions.unassignAll(left.person());
    filters.forget(left.person());
    rules.disableAll(left.person());
  }
}
