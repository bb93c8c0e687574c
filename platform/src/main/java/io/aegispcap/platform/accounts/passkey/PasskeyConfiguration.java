package io.aegispcap.platform.accounts.passkey;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicUrlSettings.class)
class PasskeyConfiguration {}
