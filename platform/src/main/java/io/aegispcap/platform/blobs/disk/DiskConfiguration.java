package io.aegispcap.platform.blobs.disk;

import io.aegispcap.platform.blobs.keep.Contents;
import io.aegispcap.platform.database.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Content is in the data directory, unless it is told to be elsewhere.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "aegis.blobs.s3.bucket", matchIfMissing = true, havingValue = "false")
class DiskConfiguration {

  @Bean
  Contents contents(
      DataDirectory data, @Value("${aegis.blobs.folder:}") String folder, InstantSource clock)
      throws IOException {
    Path root =
        Optional.of(folder)
            .filter(path -> !path.isBlank())
            .map(Path::of)
            .orElseGet(() -> data.folder("blobs"));
    return new DiskContents(Files.createDirectories(root), clock);
  }
}
