package io.aegispcap.bench.jmh;

import io.aegispcap.bench.StixSamples;
import io.aegispcap.stix.json.JsonReader;
import io.aegispcap.stix.pattern.Pattern;
import io.aegispcap.stix.pattern.PatternSyntaxException;
import io.aegispcap.stix.pattern.match.Observations;
import io.aegispcap.stix.pattern.match.PatternIndex;
import io.aegispcap.stix.pattern.match.UnmatchableException;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Which of many patterns match one observation; an eighth each by address, name, hash, LIKE,
/// MATCHES, network, order of two, and port. One thread; observations a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StixIndexPieces {

  private static final int SAMPLES = 1000;

  @Param({"10", "1000", "10000"})
  public int patterns;

  private final PatternIndex<Integer> index = new PatternIndex<>();
  private final List<Observations> observations = new ArrayList<>();
  private int turn;

  @Setup
  public void make() throws IOException, PatternSyntaxException, UnmatchableException {
    for (int i = 0; i < patterns; i++) {
      index.add(Pattern.parse(StixSamples.pattern(i)), i);
    }
    for (int i = 0; i < SAMPLES; i++) {
      observations.add(Observations.of(List.of(JsonReader.parse(StixSamples.observation(i * 10)))));
    }
  }

  @Benchmark
  public List<Integer> matching() throws UnmatchableException {
    turn = turn + 1 == SAMPLES ? 0 : turn + 1;
    return index.matching(observations.get(turn));
  }
}
