package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.FlowProblem;
import io.aegispcap.platform.web.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has refusals of questions about flows explained.
@Configuration(proxyBeanMethods = false)
class FlowProblems {

  @Bean
  static ProblemType invalidFilter() {
    return FlowProblem.INVALID_FILTER;
  }

  @Bean
  static ProblemType questionTooLarge() {
    return FlowProblem.QUESTION_TOO_LARGE;
  }

  @Bean
  static ProblemType notAnalysed() {
    return FlowProblem.NOT_ANALYSED;
  }
}
