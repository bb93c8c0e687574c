package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.access.Names;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.captures.library.CaptureEntry;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.captures.run.AnalysisRun;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Puts together what lists show of captures.
@Component
class CaptureRows {
  private final Analysing analysing;
  private final Names names;

  CaptureRows(Analysing analysing, Names names) {
    this.analysing = analysing;
    this.names = names;
  }

  List<CaptureRow> of(List<CaptureEntry> entries) {
    Map<PersonId, String> owners =
        names.of(entries.stream().map(entry -> entry.capture().owner()).toList());
    return entries.stream()
        .map(
            entry ->
                new CaptureRow(
                    entry.capture(),
                    owner(owners, entry.capture().owner()),
                    entry.last().map(analysing::standing),
                    entry.done().flatMap(AnalysisRun::result).map(AnalysisRun.Result::facts)))
        .toList();
  }

  String name(PersonId person) {
    return owner(names.of(List.of(person)), person);
  }

  Map<PersonId, String> names(Collection<PersonId> people) {
    return names.of(people);
  }

  private static String owner(Map<PersonId, String> names, PersonId person) {
    return names.getOrDefault(person, "someone who left");
  }
}
