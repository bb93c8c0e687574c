package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.FlowFormat;
import io.aegispcap.platform.captures.flows.FlowOrder;
import io.aegispcap.platform.captures.flows.FlowProblem;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.flows.filter.FilterException;
import io.aegispcap.platform.web.Problem;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads what programs ask for; what can't be understood is refused.
final class Wanted {
  private Wanted() {}

  /// @throws ProblemException with the place that can't be understood
  static Filter filter(String text) {
    try {
      return Filter.parse(text);
    } catch (FilterException fault) {
      throw new ProblemException(
          new Problem(
              FlowProblem.INVALID_FILTER,
              String.valueOf(fault.getMessage()),
              Optional.empty(),
              Map.of(
                  "position",
                  fault.at(),
                  "length",
                  fault.length(),
                  "problem",
                  fault.problem(),
                  "expected",
                  fault.expected())));
    }
  }

  static FlowOrder order(String text) {
    if (text.isEmpty()) {
      return FlowOrder.DEFAULT;
    }
    return FlowOrder.parse(text)
        .orElseThrow(
            () ->
                bad(
                    "Flows can't be sorted by \""
                        + text
                        + "\": there are "
                        + Arrays.stream(FlowOrder.By.values())
                            .map(FlowOrder.By::slug)
                            .collect(Collectors.joining(", "))
                        + ", with - before for the largest first."));
  }

  static FlowFormat format(String text) {
    return FlowFormat.parse(text)
        .orElseThrow(
            () -> bad("There is no format \"" + text + "\": there are csv, jsonl and parquet."));
  }

  static int limit(int limit, int most) {
    if (limit < 1 || limit > most) {
      throw bad("limit is 1 to " + most + ", not " + limit + ".");
    }
    return limit;
  }

  static ProblemException bad(String detail) {
    return new ProblemException(ProblemType.Common.BAD_REQUEST, detail);
  }
}
