package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.filter.Completion;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.FilterException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The filter above a page, and links that change it. A page takes its filter from `q` in the
/// address bar, so that it can be shared.
///
/// @param capture path of the capture's pages
/// @param path of this page
/// @param text as it was typed
/// @param filter everything when the text can't be understood
/// @param fault where it can't be understood
public record FilterBar(
    String capture, String path, String text, Filter filter, Optional<FilterException> fault) {

  /// A condition that can be taken away.
  ///
  /// @param without where that leads
  public record Chip(String text, String without) {}

  static FilterBar read(String capture, String path, String text) {
    try {
      Filter filter = Filter.parse(text);
      return new FilterBar(capture, path, text, filter, Optional.empty());
    } catch (FilterException fault) {
      return new FilterBar(capture, path, text, new Filter.Everything(), Optional.of(fault));
    }
  }

  /// The same filter on another page.
  public FilterBar on(String otherPath) {
    return new FilterBar(capture, otherPath, text, filter, fault);
  }

  public boolean filters() {
    return !(filter instanceof Filter.Everything);
  }

  /// For the address bar: nothing, or a `?` and the filter.
  public String query() {
    return text.isBlank() ? "" : "?q=" + encoded(text);
  }

  /// This page with one more condition.
  public String and(String field, Object value) {
    return with(filter.and(condition(field, value)));
  }

  /// This page without what the condition lets through.
  public String butNot(String field, Object value) {
    return with(filter.and(new Filter.Not(condition(field, value))));
  }

  /// The flows with one more condition.
  public String flowsAnd(String field, Object value) {
    return on(capture + "/flows").and(field, value);
  }

  /// The flows to a service.
  public String flowsTo(String ip, int port) {
    return on(capture + "/flows")
        .with(filter.and(condition("dst", ip)).and(condition("dst_port", port)));
  }

  private static Filter condition(String field, Object value) {
    return Filter.parse(field + " == " + Completion.spelled(value.toString()));
  }

  private String with(Filter other) {
    return other instanceof Filter.Everything ? path : path + "?q=" + encoded(other.text());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// This page with flows alone that go on in a span, instead of another that is asked for.
  public String during(Instant from, Instant to) {
    return with(timeless().and(Filter.parse("end >= " + from + " and start < " + to)));
  }

  /// What the filter asks for beside times.
  public String timelessText() {
    return timeless().text();
  }

  private Filter timeless() {
    return joined(conditions().stream().filter(condition -> !isTime(condition)).toList());
  }

  private static boolean isTime(Filter condition) {
    return condition instanceof Filter.Test test
        && (test.field().name().equals("start") || test.field().name().equals("end"));
  }

  /// All conditions that must hold, each with its way out.
  public List<Chip> chips() {
    List<Filter> all = conditions();
    List<Chip> chips = new ArrayList<>();
    for (Filter condition : all) {
      List<Filter> others = new ArrayList<>(all);
      others.remove(condition);
      chips.add(new Chip(condition.text(), with(joined(others))));
    }
    return chips;
  }

  private List<Filter> conditions() {
    List<Filter> conditions = new ArrayList<>();
    collect(filter, conditions);
    return conditions;
  }

  private static void collect(Filter filter, List<Filter> conditions) {
    switch (filter) {
      case Filter.And(Filter left, Filter right) -> {
        collect(left, conditions);
        collect(right, conditions);
      }
      case Filter.Everything() -> {}
      case Filter.Or _, Filter.Not _, Filter.Test _ -> conditions.add(filter);
    }
  }

  private static Filter joined(List<Filter> conditions) {
    Filter all = new Filter.Everything();
    for (Filter condition : conditions) {
      all = all.and(condition);
    }
    return all;
  }

  /// Of the text, what is before the fault.
  public String before() {
    return fault.map(wrong -> text.substring(0, wrong.at())).orElse(text);
  }

  /// What can't be understood; a space where something is missing.
  public String wrong() {
    return fault
        .map(wrong -> text.substring(wrong.at(), wrong.at() + wrong.length()))
        .filter(wrong -> !wrong.isEmpty())
        .orElse(" ");
  }

  public String after() {
    return fault.map(wrong -> text.substring(wrong.at() + wrong.length())).orElse("");
  }
}
