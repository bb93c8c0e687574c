package io.aegispcap.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The data directory, and the database: our own unless `aegis.db-url` names another; `false` names
/// none, whatever the environment says.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

  @Bean
  DataDirectory dataDirectory(DatabaseSettings settings) {
    return DataDirectory.open(settings.data());
  }

  @Bean
  @ConditionalOnProperty(name = "aegis.db-url", matchIfMissing = true, havingValue = "false")
  EmbeddedPostgres embeddedPostgres(DataDirectory directory, SecureRandom random)
      throws IOException {
    Path folder = directory.folder("postgres");
    return EmbeddedPostgres.start(folder, DatabasePassword.makeIn(folder, random));
  }

  @Bean
  @ConditionalOnProperty(name = "aegis.db-url", matchIfMissing = true, havingValue = "false")
  PostgresWatch postgresWatch(EmbeddedPostgres postgres) {
    return new PostgresWatch(postgres);
  }

  @Bean
  @ConditionalOnProperty(name = "aegis.db-url", matchIfMissing = true, havingValue = "false")
  JdbcConnectionDetails embeddedDatabase(EmbeddedPostgres postgres) {
    return postgres.address();
  }

  @Bean
  @ConditionalOnProperty("aegis.db-url")
  JdbcConnectionDetails databaseElsewhere(DatabaseSettings settings) {
    return DatabaseAddress.elsewhere(settings);
  }
}
