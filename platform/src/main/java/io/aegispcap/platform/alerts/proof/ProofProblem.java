package io.aegispcap.platform.alerts.proof;

import io.aegispcap.platform.web.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/// What can keep packets from being shown.
enum ProofProblem implements ProblemType {
  UNREADABLE;

  @Override
  public String slug() {
    return "packets-unreadable";
  }

  @Override
  public HttpStatus status() {
    return HttpStatus.UNPROCESSABLE_CONTENT;
  }

  @Override
  public String title() {
    return "The packets can't be read";
  }

  @Override
  public String advice() {
    return "A capture with several link types fits pcapng only: choose that. Else see whether the"
        + " capture itself can still be downloaded.";
  }

  @Configuration(proxyBeanMethods = false)
  static class Offer {

    @Bean
    static ProblemType packetsUnreadable() {
      return UNREADABLE;
    }
  }
}
