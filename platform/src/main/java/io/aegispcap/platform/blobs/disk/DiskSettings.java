package io.aegispcap.platform.blobs.disk;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param folder where content is; `blobs` in the data directory without it
@ConfigurationProperties("aegis.blobs")
record DiskSettings(Optional<Path> folder) {}
