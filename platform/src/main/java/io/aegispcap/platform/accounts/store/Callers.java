package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// Callers from rows with `id`, `name` and `roles`.
final class Callers {

  private Callers() {}

  static Caller.Person atBrowser(ResultSet row) throws SQLException {
    return Caller.Person.atBrowser(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        Roles.in(row, "roles"));
  }
}
