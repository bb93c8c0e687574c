package io.aegispcap.platform.alerts.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.alerts.Viewer;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The condition under which somebody sees an alert: that they see its capture.
final class Visible {
  /// Of a row `a` of `alert`, joined with its capture `c`.
  static final String JOIN =
      """
       join captures c on c.id = a.capture and c.deleted_at is null
        and (:administrator or c.visibility = 'PUBLIC' or (c.visibility = 'TEAM' and :viewer::uuid is not null)
             or c.owner = :viewer::uuid)
      """;

  private Visible() {}

  static StatementSpec to(Viewer viewer, StatementSpec statement) {
    return statement
        .param("administrator", viewer.administrator())
        .param("viewer", viewer.person().map(PersonId::value).orElse(null));
  }

  static void to(Viewer viewer, Map<String, Object> parameters) {
    parameters.put("administrator", viewer.administrator());
    parameters.put("viewer", viewer.person().map(PersonId::value).orElse(null));
  }
}
