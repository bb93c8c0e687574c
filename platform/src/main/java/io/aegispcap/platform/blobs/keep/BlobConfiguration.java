package io.aegispcap.platform.blobs.keep;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BlobSettings.class, ScrubSettings.class})
class BlobConfiguration {}
