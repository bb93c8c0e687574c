package io.aegispcap.platform.api.web;

import io.aegispcap.platform.api.Allowances.Allowance;
import io.aegispcap.platform.web.EarlyProblems;
import io.aegispcap.platform.web.Problem;
import io.aegispcap.platform.web.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says that an allowance is used up, and what is left of one that is not.
@Component
class RateLimitRefusal {
  private final EarlyProblems problems;
  private final Counter refused;

  RateLimitRefusal(EarlyProblems problems, MeterRegistry meters) {
    this.problems = problems;
    this.refused =
        Counter.builder("aegis.rate.limit.refusals")
            .description("Requests answered with 429 because an allowance was used up")
            .register(meters);
  }

  static void tell(Allowance allowance, HttpServletResponse response) {
    response.setIntHeader("X-RateLimit-Limit", allowance.limit());
    response.setIntHeader("X-RateLimit-Remaining", allowance.remaining());
    response.setHeader("X-RateLimit-Reset", Long.toString(seconds(allowance.reset())));
  }

  void send(Allowance allowance, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refused.increment();
    long wait = seconds(allowance.pause());
    problems.send(
        new Problem(
            ProblemType.Common.TOO_MANY_REQUESTS,
            "%d requests a minute are answered here. Go on in %d s."
                .formatted(allowance.limit(), wait),
            Optional.of(Duration.ofSeconds(wait))),
        request,
        response);
  }

  /// What pages are made of, and what those ask who run the place.
  static boolean isFree(String path) {
    return path.startsWith("/assets/")
        || path.startsWith("/webjars/")
        || path.startsWith("/actuator/");
  }

  /// Rounded up: whoever waits so long is served.
  private static long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
