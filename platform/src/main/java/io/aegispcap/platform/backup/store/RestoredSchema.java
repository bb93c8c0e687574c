package io.aegispcap.platform.backup.store;

import io.aegispcap.platform.backup.Manifest;
import io.aegispcap.platform.database.StartRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// The tables of a backup, made by the migrations that made them there.
final class RestoredSchema {
  private final FluentConfiguration flyway;

  /// @param schema where the tables will be
  RestoredSchema(DataSource database, String schema) {
    this.flyway =
        Flyway.configure()
            .dataSource(database)
            .defaultSchema(schema)
            .createSchemas(false)
            .locations("classpath:db/migration")
            .outOfOrder(true);
  }

  /// @throws StartRefusedException when the backup has migrations that this version does not know
  void refuseUnknown(List<Manifest.Migration> wanted) {
    Map<String, MigrationInfo> known =
        Arrays.stream(flyway.load().info().all())
            .filter(migration -> migration.getVersion() != null)
            .collect(
                Collectors.toMap(
                    migration -> migration.getVersion().getVersion(), Function.identity()));
    for (Manifest.Migration migration : wanted) {
      MigrationInfo ours = known.get(migration.version());
      if (ours == null) {
        throw new StartRefusedException(
            "The backup is of a newer AegisPCAP than this one: it has migration %s (%s). Restore it with that version."
                .formatted(migration.version(), migration.description()));
      }
      if (!Objects.equals(ours.getResolvedChecksum(), migration.checksum())) {
        throw new StartRefusedException(
            "Migration %s (%s) of the backup is another than that of this AegisPCAP. Restore it with the version that made it."
                .formatted(migration.version(), migration.description()));
      }
    }
  }

  /// As it was when the backup was made.
  void make(List<Manifest.Migration> wanted) {
    new FluentConfiguration()
        .configuration(flyway)
        .resourceProvider(
            new MigrationFiles(
                wanted.stream().map(Manifest.Migration::version).collect(Collectors.toSet())))
        .load()
        .migrate();
  }

  /// As this version wants it.
  void bringUpToDate() {
    flyway.load().migrate();
  }
}
