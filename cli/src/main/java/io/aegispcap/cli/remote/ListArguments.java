package io.aegispcap.cli.remote;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// Which part of a list, and how much of it.
final class ListArguments {
  private static final int MOST_AT_ONCE = 200;

  @Option(
      names = {"-q", "--query"},
      paramLabel = "FILTER",
      description = "As in the search field of the same list in a browser.")
  private String query = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int limit = 50;

  @Option(names = "--json", description = "JSON Lines, each item as the platform's API gives it.")
  private boolean json;

  /// Prints a list.
  ///
  /// @param headings of the columns
  /// @param cells what stands in them
  void print(
      Server server,
      String path,
      PrintWriter out,
      List<String> headings,
      Function<Json, List<String>> cells)
      throws IOException {
    if (json) {
      forEach(server, path, out::println);
      out.flush();
    } else {
      Table table = new Table(headings);
      forEach(server, path, item -> table.row(cells.apply(item)));
      table.print(out);
    }
  }

  /// Follows the list's pages as far as is wanted.
  private void forEach(Server server, String path, Consumer<Json> reader) throws IOException {
    int left = limit;
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!query.isEmpty()) {
      parameters.put("q", query);
    }
    boolean more = true;
    while (more && left > 0) {
      parameters.put("limit", Integer.toString(Math.min(left, MOST_AT_ONCE)));
      Json page = server.get(path, parameters);
      List<Json> items = page.at("items").items().toList();
      items.forEach(reader);
      left -= items.size();
      String next = page.at("next").text();
      parameters.put("cursor", next);
      more = !next.isEmpty() && !items.isEmpty();
    }
  }
}
