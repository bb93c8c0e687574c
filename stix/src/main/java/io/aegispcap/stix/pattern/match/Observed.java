package io.aegispcap.stix.pattern.match;

import io.aegispcap.stix.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One observed-data object.
///
/// @param index its place among all
/// @param number how many observations it stands for
/// @param roots the objects observed
/// @param referents where references lead
record Observed(
    int index,
    Optional<String> id,
    long number,
    Optional<Instant> first,
    Optional<Instant> last,
    List<JsonObject> roots,
    Function<String, Optional<JsonObject>> referents) {

  Instant firstTime() throws UnmatchableException {
    return first.orElseThrow(() -> missing("first_observed"));
  }

  Instant lastTime() throws UnmatchableException {
    return last.orElseThrow(() -> missing("last_observed"));
  }

  private UnmatchableException missing(String name) {
    return new UnmatchableException(
        id.orElse("observed data") + " has no " + name + ", which the pattern asks for");
  }
}
