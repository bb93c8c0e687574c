package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Viewer;
import io.aegispcap.platform.alerts.inbox.Filter;
import io.aegispcap.platform.alerts.inbox.Inbox;
import io.aegispcap.platform.alerts.inbox.Row;
import io.aegispcap.platform.alerts.inbox.Term;
import io.aegispcap.platform.web.Icon;
import io.aegispcap.platform.web.SearchSource;
import io.aegispcap.platform.web.SearchText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Finds alerts in whatever state by words of what they say, by hosts and by techniques.
@Component
@Order(20)
class AlertFinder implements SearchSource {
  private final Inbox inbox;

  AlertFinder(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String kind() {
    return "alerts";
  }

  @Override
  public String heading() {
    return "Alerts";
  }

  @Override
  public List<Hit> find(SearchText wanted, Caller caller, int most) {
    Stream<Term> words = wanted.words().stream().map(Term.Word::new);
    Term anyState = new Term.Is(EnumSet.allOf(State.class));
    Filter filter =
        new Filter(
            wanted.text(),
            Stream.concat(Stream.of(anyState), words).toList(),
            Filter.Order.SEVERITY);
    return inbox.list(filter, Viewer.of(caller), Optional.empty(), most).rows().stream()
        .map(AlertFinder::hit)
        .toList();
  }

  private static Hit hit(Row row) {
    String detail =
        Stream.of(
                row.severity().label(),
                row.triage().state().label().toLowerCase(Locale.ROOT),
                "in " + row.captureName())
            .collect(Collectors.joining(" · "));
    return new Hit(Icon.ALERT, row.sentence(), detail, "/alerts/" + row.id());
  }

  /// Each word in quotes, since a word may look like a term of a filter.
  @Override
  public Optional<String> all(SearchText wanted) {
    String filter =
        wanted.words().stream()
            .map(word -> '"' + word.replace("\"", "") + '"')
            .collect(Collectors.joining(" ", "is:any ", ""));
    return Optional.of("/alerts?q=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
  }
}
