package io.aegispcap.platform.captures.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.database.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Rows of `captures`.
final class CaptureRows {

  private CaptureRows() {}

  static Capture capture(ResultSet row) throws SQLException {
    return new Capture(
        new CaptureId(row.getObject("id", UUID.class)),
        row.getString("name"),
        new PersonId(row.getObject("owner", UUID.class)),
        Visibility.valueOf(row.getString("visibility")),
        new BlobId(row.getString("content")),
        row.getLong("size"),
        SqlInstant.in(row, "uploaded"),
        List.of((String[]) row.getArray("tags").getArray()),
        row.getString("notes"));
  }
}
