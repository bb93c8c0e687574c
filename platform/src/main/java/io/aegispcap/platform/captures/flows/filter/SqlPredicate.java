package io.aegispcap.platform.captures.flows.filter;

import java.util.List;

/// A condition in SQL over a row of flows. It is never unknown, and what users wrote is in the
/// parameters, or was read as a number or an address and written anew.
///
/// @param sql with a `?` for each parameter
public record SqlPredicate(String sql, List<Object> parameters) {
  public SqlPredicate {
    parameters = List.copyOf(parameters);
  }

  public static SqlPredicate of(Filter filter) {
    PredicateWriter writer = new PredicateWriter();
    writer.write(filter);
    return new SqlPredicate(writer.sql(), writer.parameters());
  }
}
