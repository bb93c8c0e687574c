package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.analysis.flow.ConnectionState;
import io.aegispcap.analysis.flow.EndReason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What may be written at the cursor.
///
/// @param from where the word that is being written begins
/// @param to where it ends
/// @param prefix its part before the cursor
/// @param suggestions what may stand in its place
/// @param valuesOf the field whose values in the flows may stand there too
/// @param field whether a field may stand there, so one that plugins made too
public record Completion(
    int from,
    int to,
    String prefix,
    List<Suggestion> suggestions,
    Optional<Field> valuesOf,
    boolean field) {
  private static final int MOST = 12;

  public Completion {
    suggestions = List.copyOf(suggestions);
  }

  /// @param cursor characters before it
  public static Completion at(String text, int cursor) {
    int to = Math.clamp(cursor, 0, text.length());
    int from = to;
    while (from > 0 && Lexer.inWord(text.charAt(from - 1))) {
      from--;
    }
    boolean symbol = from == to;
    while (symbol && from > 0 && "=!<>&|".indexOf(text.charAt(from - 1)) >= 0) {
      from--;
    }
    while (to < text.length() && !symbol && Lexer.inWord(text.charAt(to))) {
      to++;
    }
    return at(text, from, to, text.substring(from, Math.max(from, Math.min(cursor, to))));
  }

  private static Completion at(String text, int from, int to, String prefix) {
    Optional<Parser.Wanted> wanted = Parser.after(text.substring(0, from));
    List<Suggestion> suggestions =
        wanted.stream()
            .flatMap(Completion::all)
            .filter(each -> startsWith(each.text(), prefix))
            .limit(MOST)
            .toList();
    Optional<Field> values =
        wanted
            .filter(Parser.Wanted.AValue.class::isInstance)
            .map(Parser.Wanted.AValue.class::cast)
            .map(Parser.Wanted.AValue::field)
            .filter(field -> !field.kind().measured() || field.kind() == Kind.PORT);
    boolean field = wanted.filter(Parser.Wanted.AField.class::isInstance).isPresent();
    return new Completion(from, to, prefix, suggestions, values, field);
  }

  private static boolean startsWith(String text, String prefix) {
    return text.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }

  private static Stream<Suggestion> all(Parser.Wanted wanted) {
    return switch (wanted) {
      case Parser.Wanted.AField() ->
          Stream.concat(
              Fields.all().stream().map(field -> new Suggestion(field.name(), field.meaning())),
              Stream.of(new Suggestion("not", "the contrary of what follows")));
      case Parser.Wanted.AnOperator(Field field) ->
          field.kind().operators().stream()
              .map(operator -> new Suggestion(operator.symbol(), operator.meaning()));
      case Parser.Wanted.AValue(Field field) -> values(field);
      case Parser.Wanted.AConjunction(boolean parenthesis) ->
          Stream.concat(
              Stream.of(
                  new Suggestion("and", "both hold"), new Suggestion("or", "one of them holds")),
              parenthesis ? Stream.of(new Suggestion(")", "")) : Stream.empty());
    };
  }

  /// Those that are known whatever the flows are.
  private static Stream<Suggestion> values(Field field) {
    return switch (field.name()) {
      case "state" -> suggestions(Arrays.stream(ConnectionState.values()).map(Enum::name));
      case "end_reason" -> suggestions(Arrays.stream(EndReason.values()).map(EndReason::label));
      case "direction" -> suggestions(Stream.of("observed", "inferred"));
      default ->
          switch (field.kind()) {
            case DURATION -> suggestions(Stream.of("100ms", "1s", "5s", "1m", "1h"));
            case SIZE -> suggestions(Stream.of("1kB", "100kB", "1MB", "10MB", "1GB"));
            case ADDRESS, PORT, NUMBER, TIME, TEXT, NOTE, KEY -> Stream.empty();
          };
    };
  }

  private static Stream<Suggestion> suggestions(Stream<String> values) {
    return values.map(value -> new Suggestion(FilterText.quoted(value), ""));
  }

  /// With values or fields that the flows have.
  public Completion with(List<Suggestion> values) {
    List<Suggestion> all =
        Stream.concat(values.stream(), suggestions.stream())
            .filter(each -> !each.text().isEmpty())
            .distinct()
            .limit(MOST)
            .toList();
    return new Completion(from, to, prefix, all, valuesOf, field);
  }

  /// A value as filters spell it.
  public static String spelled(String value) {
    return FilterText.quoted(value);
  }
}
