package io.aegispcap.platform.blobs.disk;

import io.aegispcap.platform.blobs.keep.Contents;
import io.aegispcap.platform.database.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Content is in the data directory, unless it is told to be elsewhere.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DiskSettings.class)
@ConditionalOnProperty(name = "aegis.blobs.s3.bucket", matchIfMissing = true, havingValue = "false")
class DiskConfiguration {

  @Bean
  Contents contents(DataDirectory data, DiskSettings settings, InstantSource clock)
      throws IOException {
    Path root = settings.folder().orElseGet(() -> data.folder("blobs"));
    return new DiskContents(Files.createDirectories(root), clock);
  }
}
