package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Reason;
import io.aegispcap.platform.alerts.State;
import io.aegispcap.platform.alerts.Triage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Columns that several tables have.
final class Columns {
  private Columns() {}

  /// @param suffix of the columns' names, such as `_before`
  static Triage triage(ResultSet row, String suffix) throws SQLException {
    return new Triage(
        State.valueOf(row.getString("state" + suffix)),
        Optional.ofNullable(row.getString("reason" + suffix)).map(Reason::valueOf),
        person(row, "assignee" + suffix));
  }

  static Optional<PersonId> person(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class)).map(PersonId::new);
  }

  static AlertId alert(ResultSet row, String column) throws SQLException {
    return new AlertId(row.getLong(column));
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static Long[] values(List<AlertId> alerts) {
    return alerts.stream().map(AlertId::value).toArray(Long[]::new);
  }
}
