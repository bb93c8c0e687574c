package io.aegispcap.platform.database;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where to keep things.
///
/// @param data the data directory
/// @param dbUrl a PostgreSQL server to use instead of our own: `jdbc:postgresql://host/database`
/// @param dbUser who enters it, unless the URL says so
/// @param dbPassword with what password, unless the URL says so
@ConfigurationProperties("aegis")
record DatabaseSettings(
    Path data, Optional<String> dbUrl, Optional<String> dbUser, Optional<String> dbPassword) {

  /// Whether the database is on a server that is not our own; `false` names none.
  boolean elsewhere() {
    return dbUrl.filter(url -> !url.equals("false")).isPresent();
  }
}
