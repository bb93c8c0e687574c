package io.aegispcap.platform.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class SummaryTests {

  @ParameterizedTest
  @CsvSource({
    "GET, captures, List captures",
    "POST, captures, Add to the captures",
    "GET, captures/{id}, Get a capture",
    "PATCH, alerts/{id}, Change an alert",
    "DELETE, rules/{id}, Delete a rule",
    "POST, captures/{id}/restore, Restore a capture",
    "POST, alerts/{id}/comments, Add to the comments of an alert",
    "GET, captures/{id}/flows, Get the flows of a capture",
    "GET, analyses/{id}/report, Get the report of an analysis",
    "'POST', 'alerts/undo', 'Undo, of alerts'",
    "GET, analyses/{id}, Get an analysis"
  })
  void saysWhatPathsSay(String method, String path, String summary) {
    assertThat(new Summary(HttpMethod.valueOf(method), List.of(path.split("/"))))
        .hasToString(summary);
  }
}
