package io.aegispcap.platform.blobs.keep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param every how long after content was found right it is read again
/// @param rate how much is read in a second at most; 0 reads nothing again
@ConfigurationProperties("aegis.blobs.scrub")
record ScrubSettings(@DefaultValue("P30D") Duration every, @DefaultValue("20MB") DataSize rate) {}
