package io.aegispcap.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
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

  /// The settings of the pool are bound to this first: bound to the pool itself,
  /// `SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT` makes Spring Boot ask it for a connection on the
  /// way, which ends its configuration.
  @Bean
  @ConfigurationProperties("spring.datasource.hikari")
  HikariConfig connectionPool(JdbcConnectionDetails address) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(address.getJdbcUrl());
    pool.setUsername(address.getUsername());
    pool.setPassword(address.getPassword());
    return pool;
  }

  @Bean
  HikariDataSource dataSource(HikariConfig connectionPool) {
    HikariDataSource pool = new HikariDataSource();
    connectionPool.copyStateTo(pool);
    return pool;
  }

  @Bean
  @ConditionalOnProperty("aegis.db-url")
  JdbcConnectionDetails databaseElsewhere(DatabaseSettings settings) {
    DatabaseAddress address = DatabaseAddress.elsewhere(settings);
    DatabaseRequirements.check(address);
    return address;
  }
}
