package io.aegispcap.platform.backup.file;

import io.aegispcap.platform.blobs.ContentStore;
import io.aegispcap.platform.blobs.alone.BlobsAlone;
import io.aegispcap.platform.database.DataDirectory;
import io.aegispcap.platform.database.StartRefusedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// What the platform would be set to, and its store of content, without the platform.
record CommandSettings(ConfigurableApplicationContext context) implements AutoCloseable {

  /// No configuration of the platform, which would find it.
  static final class Parts {

    @Bean
    DataDirectory dataDirectory(Environment settings) {
      return DataDirectory.beside(Path.of(settings.getRequiredProperty("aegis.data")));
    }

    @Bean
    InstantSource clock() {
      return Clock.systemUTC();
    }
  }

  /// @param arguments as `aegis serve` gives them to the platform
  static CommandSettings read(String... arguments) {
    SpringApplication application = new SpringApplication(Parts.class, BlobsAlone.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true); // opening the store makes folders
    String[] quietly = Arrays.copyOf(arguments, arguments.length + 1);
    quietly[arguments.length] = "--logging.level.io.aegispcap=warn";
    return new CommandSettings(application.run(quietly));
  }

  Environment settings() {
    return context.getEnvironment();
  }

  /// @throws StartRefusedException when it can't be used
  ContentStore contents() {
    try {
      return context.getBean(ContentStore.class);
    } catch (BeanCreationException failed) {
      throw Stream.iterate((Throwable) failed, cause -> cause != null, Throwable::getCause)
          .filter(StartRefusedException.class::isInstance)
          .map(StartRefusedException.class::cast)
          .findFirst()
          .orElseThrow(() -> failed);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
