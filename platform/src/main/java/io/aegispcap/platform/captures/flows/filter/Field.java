package io.aegispcap.platform.captures.flows.filter;

import java.util.List;

/// Something about flows that filters ask for.
///
/// @param name what filters call it
/// @param aliases other names, those of ECS among them
/// @param sources where its values are; a filter holds when it does for one of them
/// @param meaning for people
public record Field(
    String name, List<String> aliases, Kind kind, List<Source> sources, String meaning) {
  public Field {
    aliases = List.copyOf(aliases);
    sources = List.copyOf(sources);
  }

  /// Where values are, as SQL over a row of flows. All of it is written here, none by users.
  public sealed interface Source {

    /// One value.
    ///
    /// @param sql such as `source_port`
    /// @param nullable whether rows may lack it
    /// @param perBase how many of the column's unit make one of the field's, such as 1000 ns in a
    ///   us
    record Column(String sql, boolean nullable, long perBase) implements Source {}

    /// The members of this name in all that a conversation said.
    ///
    /// @param list whether each is a list
    record Fact(String member, boolean list) implements Source {

      /// A list of texts.
      String sql() {
        return "json_extract_string(facts, '$[*].\"" + member + "\"" + (list ? "[*]" : "") + "')";
      }
    }
  }

  /// Whether it goes by this name.
  boolean isCalled(String other) {
    return name.equalsIgnoreCase(other) || aliases.stream().anyMatch(other::equalsIgnoreCase);
  }
}
