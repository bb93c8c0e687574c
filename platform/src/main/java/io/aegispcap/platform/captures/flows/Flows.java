package io.aegispcap.platform.captures.flows;

import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.flows.filter.Completion;
import io.aegispcap.platform.captures.flows.filter.Field;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.Suggestion;
import io.aegispcap.platform.captures.flows.filter.ValueSql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The flows of an analysis. Whether the caller may see them is asked before.
@Component
public class Flows {
  public static final int MOST_ROWS = 1_000;

  private static final Filter EVERYTHING = new Filter.Everything();
  private static final int VALUES = 12;

  private final FlowQuestions questions;
  private final Overviews overviews;
  private final Recent<Asked, Traffic> traffic = new Recent<>(64);
  private final Recent<Asked, Timeline> timelines = new Recent<>(64);
  private final Recent<Part, List<Host>> hosts = new Recent<>(32);
  private final Recent<Part, List<SeenName>> names = new Recent<>(32);
  private final Recent<Part, List<SeenFile>> files = new Recent<>(32);

  Flows(FlowQuestions questions, Overviews overviews) {
    this.questions = questions;
    this.overviews = overviews;
  }

  private record Asked(BlobId flows, Filter filter) {}

  private record Part(BlobId flows, Filter filter, long offset, int limit) {}

  /// @param limit 1 to [#MOST_ROWS]
  public FlowList list(BlobId flows, Filter filter, FlowOrder order, long offset, int limit) {
    return questions.answer(
        flows, database -> new FlowListQuery(database).list(filter, order, offset, limit));
  }

  /// @param frame number of the flow's first packet
  public Optional<FlowDetail> find(BlobId flows, long frame) {
    return questions.answer(flows, database -> new FlowListQuery(database).find(frame));
  }

  public Traffic traffic(BlobId flows, Filter filter) {
    return traffic.get(new Asked(flows, filter), this::answer);
  }

  private Traffic answer(Asked asked) {
    Optional<Traffic> known =
        asked.filter.equals(EVERYTHING) ? overviews.traffic(asked.flows) : Optional.empty();
    return known.orElseGet(
        () ->
            questions.answer(
                asked.flows, database -> new TrafficQuery(database, asked.filter).ask()));
  }

  /// It may take its time.
  Overview workOut(BlobId flows) {
    return questions.answerPatiently(
        flows,
        database -> {
          FactQuery facts = new FactQuery(database, EVERYTHING);
          return new Overview(
              new TrafficQuery(database, EVERYTHING).ask(),
              new HostQuery(database, EVERYTHING).ask(0, Overview.FIRST),
              facts.names(Overview.FIRST),
              facts.files(Overview.FIRST));
        });
  }

  public Timeline timeline(BlobId flows, Filter filter) {
    if (filter.equals(EVERYTHING)) {
      return traffic(flows, filter).timeline();
    }
    return timelines.get(
        new Asked(flows, filter),
        asked ->
            questions.answer(flows, database -> new TrafficQuery(database, filter).timeline()));
  }

  public List<Host> hosts(BlobId flows, Filter filter, long offset, int limit) {
    return hosts.get(
        new Part(flows, filter, offset, limit),
        part ->
            first(part, overviews::hosts)
                .orElseGet(
                    () ->
                        questions.answer(
                            flows,
                            database -> new HostQuery(database, filter).ask(offset, limit))));
  }

  /// From the rows that were worked out with the analysis, if they reach so far.
  private static <T> Optional<List<T>> first(
      Part part, Function<BlobId, Optional<List<T>>> workedOut) {
    if (!part.filter.equals(EVERYTHING) || part.offset + part.limit > Overview.FIRST) {
      return Optional.empty();
    }
    return workedOut
        .apply(part.flows)
        .map(rows -> rows.stream().skip(part.offset).limit(part.limit).toList());
  }

  public Optional<Host> host(BlobId flows, String ip) {
    return questions.answer(flows, database -> new HostQuery(database, EVERYTHING).find(ip));
  }

  /// Addresses and names, for an index: of each kind those in most flows. It may take its time.
  ///
  /// @param most of each kind
  public List<SeenHost> seen(BlobId flows, int most) {
    return questions.answerPatiently(
        flows, database -> new HostQuery(database, EVERYTHING).seen(most));
  }

  public List<SeenName> names(BlobId flows, Filter filter, int limit) {
    return names.get(
        new Part(flows, filter, 0, limit),
        part ->
            first(part, overviews::names)
                .orElseGet(
                    () ->
                        questions.answer(
                            flows, database -> new FactQuery(database, filter).names(limit))));
  }

  public List<SeenFile> files(BlobId flows, Filter filter, int limit) {
    return files.get(
        new Part(flows, filter, 0, limit),
        part ->
            first(part, overviews::files)
                .orElseGet(
                    () ->
                        questions.answer(
                            flows, database -> new FactQuery(database, filter).files(limit))));
  }

  /// What may be written at the cursor, with values that the flows have.
  public Completion complete(BlobId flows, String text, int cursor) {
    Completion completion = Completion.at(text, cursor);
    if (completion.field() && completion.prefix().length() > 1) {
      return completion.with(notes(flows, completion.prefix()));
    }
    return completion
        .valuesOf()
        .map(field -> completion.with(values(flows, field, completion.prefix())))
        .orElse(completion);
  }

  /// Fields that plugins made.
  private List<Suggestion> notes(BlobId flows, String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    return questions.answer(
        flows,
        database ->
            database.noted().stream()
                .map(NotedColumn::title)
                .filter(title -> title.startsWith(lower))
                .sorted()
                .limit(VALUES)
                .map(title -> new Suggestion(title, "what a plugin said of the flow"))
                .toList());
  }

  private List<Suggestion> values(BlobId flows, Field field, String prefix) {
    String sql =
        "SELECT v, count(*) AS n FROM ("
            + ValueSql.of(field)
            + ") WHERE starts_with(lower(v), lower(?)) GROUP BY v ORDER BY n DESC, v LIMIT "
            + VALUES;
    return questions.answer(
        flows,
        database ->
            database.query(
                sql,
                List.of(prefix),
                row ->
                    new Suggestion(
                        Completion.spelled(row.getString("v")),
                        String.format(Locale.ROOT, "%,d flows", row.getLong("n")))));
  }
}
