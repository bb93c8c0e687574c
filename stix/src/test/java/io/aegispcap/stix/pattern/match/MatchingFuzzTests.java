package io.aegispcap.stix.pattern.match;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.json.MalformedJsonException;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import java.util.List;

class MatchingFuzzTests {

  private static final String OBSERVATION =
      """
      {"type":"observed-data","id":"observed-data--1","first_observed":"2020-01-01T00:00:00Z",
       "last_observed":"2020-01-01T00:01:00Z","number_observed":2,"objects":{
        "0":{"type":"file","name":"a","size":5,"hashes":{"MD5":"79054025255fb1a26e4bc422aef54eb4"},"contains_refs":["1"]},
        "1":{"type":"ipv4-addr","value":"10.0.0.1"}}}""";

  @FuzzTest(maxDuration = "4m")
  void matchesAnyPattern(FuzzedDataProvider data) throws MalformedJsonException {
    match(data.consumeRemainingAsString(), OBSERVATION);
  }

  @FuzzTest(maxDuration = "4m")
  void matchesAnyObservations(FuzzedDataProvider data) {
    try {
      match(
          "[file:size > 1] AND [ipv4-addr:value ISSUBSET '10.0.0.0/8']",
          data.consumeRemainingAsString());
    } catch (MalformedJsonException e) {
      return;
    }
  }

  private static void match(String pattern, String observation) throws MalformedJsonException {
    try {
      PatternMatcher.of(Pattern.parse(pattern))
          .match(Observations.of(List.of(JsonReader.parse(observation))));
    } catch (PatternSyntaxException | UnmatchableException e) {
      return;
    }
  }
}
