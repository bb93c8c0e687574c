package io.aegispcap.bench.jmh;

import io.aegispcap.bench.StixSamples;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.object.StixObject;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternCheck;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import io.aegispcap.stix.pattern.match.Observations;
import io.aegispcap.stix.pattern.match.PatternMatcher;
import io.aegispcap.stix.pattern.match.UnmatchableException;
import io.aegispcap.stix.validation.ValidationReport;
import io.aegispcap.stix.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one object, pattern or observation takes. One thread; operations a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StixPieces {

  private static final int SAMPLES = 1000;

  private final List<String> objects = new ArrayList<>();
  private final List<String> patterns = new ArrayList<>();
  private final List<PatternMatcher> matchers = new ArrayList<>();
  private final List<String> observed = new ArrayList<>();
  private final List<Observations> observations = new ArrayList<>();
  private final Validator validator = new Validator();
  private int turn;

  @Setup
  public void make() throws IOException, PatternSyntaxException, UnmatchableException {
    for (int i = 0; i < SAMPLES; i++) {
      objects.add(StixSamples.object(i));
      patterns.add(StixSamples.pattern(i));
      matchers.add(PatternMatcher.of(Pattern.parse(StixSamples.pattern(i))));
      observed.add(StixSamples.observation(i));
      observations.add(Observations.of(List.of(JsonReader.parse(StixSamples.observation(i)))));
    }
  }

  private int next() {
    turn = turn + 1 == SAMPLES ? 0 : turn + 1;
    return turn;
  }

  @Benchmark
  public StixObject parse() throws IOException {
    return StixObject.parse(objects.get(next()));
  }

  @Benchmark
  public ValidationReport validate() {
    return validator.validate(objects.get(next()));
  }

  @Benchmark
  public int check() {
    return PatternCheck.errors(patterns.get(next())).size();
  }

  /// A pattern made ready, and observed data read before.
  @Benchmark
  public boolean match() throws UnmatchableException {
    int sample = next();
    return matchers.get(sample).match(observations.get(sample)).matched();
  }

  /// From the texts of both.
  @Benchmark
  public boolean readAndMatch() throws IOException, PatternSyntaxException, UnmatchableException {
    int sample = next();
    return PatternMatcher.of(Pattern.parse(patterns.get(sample)))
        .match(Observations.of(List.of(JsonReader.parse(observed.get(sample)))))
        .matched();
  }
}
