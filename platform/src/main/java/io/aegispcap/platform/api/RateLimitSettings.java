package io.aegispcap.platform.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many requests a minute are answered; 0 sets no limit.
///
/// @param person for one person's programs together, and as many for their browsers
/// @param visitor for one address of callers who have not signed in
@ConfigurationProperties("aegis.rate-limit")
public record RateLimitSettings(
    @DefaultValue("1200") int person, @DefaultValue("300") int visitor) {}
