package io.aegispcap.cli.remote;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Rows in columns that line up. Characters that could steer a terminal are replaced: names come
/// from captures and from other people.
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> headings) {
    rows.add(headings);
  }

  void row(List<String> cells) {
    rows.add(cells.stream().map(Table::harmless).toList());
  }

  static String harmless(String text) {
    return text.replaceAll("\\p{Cntrl}|\\p{Cf}", "\uFFFD");
  }

  void print(PrintWriter out) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }
}
