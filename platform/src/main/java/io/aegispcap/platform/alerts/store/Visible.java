package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Viewer;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The condition under which somebody sees an alert: that they see its capture.
final class Visible {
  private static final String JOIN =
      " join captures c on c.id = a.capture and c.deleted_at is null";

  private Visible() {}

  /// Of a row `a` of `alert`, joined with its capture `c`. It names no more than this viewer needs,
  /// so that the database plans for them and not for anybody.
  static String to(Viewer viewer) {
    if (viewer.administrator()) {
      return JOIN + "\n";
    }
    return viewer.person().isPresent()
        ? JOIN + " and (c.visibility <> 'PRIVATE' or c.owner = :viewer)\n"
        : JOIN + " and c.visibility = 'PUBLIC'\n";
  }

  static StatementSpec to(Viewer viewer, StatementSpec statement) {
    return statement.param("viewer", viewer.person().map(PersonId::value).orElse(null));
  }

  static void to(Viewer viewer, Map<String, Object> parameters) {
    parameters.put("viewer", viewer.person().map(PersonId::value).orElse(null));
  }
}
