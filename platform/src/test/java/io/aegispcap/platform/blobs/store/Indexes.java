package io.aegispcap.platform.blobs.store;

import io.aegispcap.platform.blobs.keep.BlobIndex;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The index, without an application around it.
public final class Indexes {

  private Indexes() {}

  public static BlobIndex on(DataSource database) {
    return new JdbcBlobIndex(JdbcClient.create(database), new JdbcTransactionManager(database));
  }
}
