package io.aegispcap.platform.blobs.keep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param grace how long content stays that nothing refers to; longer than the longest upload takes
@ConfigurationProperties("aegis.blobs")
public record BlobSettings(@DefaultValue("P1D") Duration grace) {}
