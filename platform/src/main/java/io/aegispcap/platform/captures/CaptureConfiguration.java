package io.aegispcap.platform.captures;

import io.aegispcap.platform.web.ProblemType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What can be set about captures, and refusals that are about them alone.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CaptureSettings.class)
class CaptureConfiguration {

  @Bean
  static ProblemType notACapture() {
    return CaptureProblem.NOT_A_CAPTURE;
  }

  @Bean
  static ProblemType quotaExceeded() {
    return CaptureProblem.QUOTA_EXCEEDED;
  }

  @Bean
  static ProblemType uploadOffset() {
    return CaptureProblem.UPLOAD_OFFSET;
  }

  @Bean
  static ProblemType uploadBusy() {
    return CaptureProblem.UPLOAD_BUSY;
  }

  @Bean
  static ProblemType uploadGone() {
    return CaptureProblem.UPLOAD_GONE;
  }

  @Bean
  static ProblemType tusVersion() {
    return CaptureProblem.TUS_VERSION;
  }
}
