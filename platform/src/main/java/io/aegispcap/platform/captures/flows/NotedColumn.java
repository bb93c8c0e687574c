package io.aegispcap.platform.captures.flows;

/// A column in which plugins said something of flows. Its title, `PLUGIN/NAME`, has a slash, which
/// no other column's has.
record NotedColumn(String title, boolean number) {

  /// As SQL names it.
  String sql() {
    return '"' + title.replace("\"", "\"\"") + '"';
  }

  /// As a text of SQL.
  String quotedTitle() {
    return FlowDatabase.quoted(title);
  }
}
