package io.aegispcap.platform.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.platform.Platform;
import io.aegispcap.platform.blobs.keep.BlobCollector;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.FirstPerson;
import io.aegispcap.platform.running.Program;
import io.aegispcap.platform.running.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A server is killed again and again while people work. `-Drounds=200` makes as many rounds,
/// `-Dseed=N` repeats those of an earlier run, `-Daegis.launcher=./aegis` starts the server as
/// users do; `target/kill-rounds.txt` tells of each round.
@Tag("endurance")
class KillTests {
  private static final int ROUNDS = Integer.getInteger("rounds", 0);
  private static final long SEED = Long.getLong("seed", System.nanoTime() % 1_000_000);
  private static final int ANALYSTS = 3;

  /// The database comes back sooner than a platform starts, so that it can die more often.
  private static final List<Kill> MIX =
      List.of(
          Kill.PLATFORM,
          Kill.PLATFORM,
          Kill.EVERYTHING,
          Kill.EVERYTHING,
          Kill.STARTING,
          Kill.POSTMASTER,
          Kill.POSTMASTER,
          Kill.BACKEND,
          Kill.BACKEND);

  private static final int CAPTURES_LOOKED_AT = 6;
  private static final Duration LONGEST_WORK = Duration.ofSeconds(20);
  private static final Pattern FAULT = Pattern.compile("\\bERROR\\b|^\\s+at [\\w.$]+\\(");

  private final Random random = new Random(SEED);
  private final Ledger ledger = new Ledger();
  private final List<Analyst> analysts =
      IntStream.range(0, ANALYSTS)
          .mapToObj(number -> new Analyst(number, ANALYSTS, SEED, ledger))
          .toList();
  private final List<Duration> starts = new ArrayList<>();
  private final List<Duration> recoveries = new ArrayList<>();
  private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);
  private final Path story = Path.of("target", "kill-rounds.txt");

  @TempDir private Path data;
  private ServerProcess server;
  private Program program;
  private Invariants invariants;

  @Test
  void losesNothingThatWasAcknowledged() throws Exception {
    assumeTrue(ROUNDS > 0, "made on demand, by -Drounds=N");
    Files.writeString(story, "seed " + SEED + "\n");
    invariants = new Invariants(data, ledger, SEED);
    try {
      start();
      program = FirstPerson.of(server);
      for (int round = 1; round <= ROUNDS; round++) {
        round(round);
        assertThat(ledger.violations())
            .as("seed %d, round %d; the server said:%n%s", SEED, round, server.output())
            .isEmpty();
      }
      endInOrder();
    } finally {
      server.close();
      postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }
    tellTheWhole();
    assertThat(ledger.violations()).as("seed %d", SEED).isEmpty();
  }

  private void round(int round) throws Exception {
    Kill kill = MIX.get(random.nextInt(MIX.size()));
    kills.merge(kill, 1, Integer::sum);
    int before = ledger.size();
    long answers = ledger.answers.get() + (kill == Kill.STARTING ? 0 : random.nextInt(60));
    Instant begun = Instant.now();
    List<ProcessHandle> gone;
    try (ExecutorService work = Executors.newFixedThreadPool(ANALYSTS)) {
      analysts.forEach(analyst -> work.execute(() -> analyst.work(program)));
      while (ledger.answers.get() < answers && begun.plus(LONGEST_WORK).isAfter(Instant.now())) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(300)); // in the middle of something
      gone = kill.of(server.handle(), postmaster().orElseThrow(), random);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
      work.shutdownNow();
    }
    Duration worked = Duration.between(begun, Instant.now());
    awaitEnd(gone);
    if (kill == Kill.STARTING) {
      launch();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(6000));
      server.close();
    }
    Duration took = kill.endsThePlatform() ? start() : recover();
    analysts.forEach(analyst -> analyst.repeat(program));
    invariants.check(program, CAPTURES_LOOKED_AT);
    tell(
        "round %d: %s after %d ms; %d more things acknowledged, %d in all; back after %d ms"
            .formatted(
                round,
                kill,
                worked.toMillis(),
                ledger.size() - before,
                ledger.size(),
                took.toMillis()));
  }

  private void launch() throws IOException {
    server =
        ServerProcess.alone(
            data,
            "--aegis.rate-limit.person=1000000",
            "--aegis.rate-limit.visitor=1000000",
            "--aegis.jobs.lease=PT5S",
            "--aegis.jobs.attempts=50");
  }

  /// @return until it answers
  private Duration start() throws IOException {
    Instant before = Instant.now();
    launch();
    Browser browser = server.browser();
    Duration took = Duration.between(before, Instant.now());
    starts.add(took);
    server
        .output()
        .lines()
        .filter(line -> FAULT.matcher(line).find())
        .forEach(line -> ledger.violated("said at the start: " + line));
    if (program != null) {
      program = program.at(browser);
    }
    return took;
  }

  /// @return until a platform that lost its database answers again
  private Duration recover() throws InterruptedException {
    Instant before = Instant.now();
    Instant late = before.plusSeconds(60);
    while (program.get("/actuator/health/readiness").statusCode() != 200
        || program.get("/api/v1/captures?limit=1").statusCode() != 200) {
      if (Instant.now().isAfter(late)) {
        throw new AssertionError("it has no database yet:\n" + server.output());
      }
      Thread.sleep(50);
    }
    Duration took = Duration.between(before, Instant.now());
    recoveries.add(took);
    return took;
  }

  /// Stops as systemd would, and looks at what is left.
  private void endInOrder() throws Exception {
    invariants.settle();
    invariants.check(program, Integer.MAX_VALUE);
    List<ProcessHandle> all =
        Stream.concat(
                Stream.of(server.handle(), postmaster().orElseThrow()),
                postmaster().orElseThrow().children())
            .toList();
    server.terminate();
    assertThat(server.exitCode()).as(server.output()).isIn(0, 143);
    awaitEnd(all);
    try (ServletWebServerApplicationContext last =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Platform.class)
                .run(
                    "--server.port=0",
                    "--aegis.data=" + data,
                    "--aegis.jobs.workers=0",
                    "--aegis.blobs.grace=PT0S",
                    "--logging.level.root=off")) {
      last.getBean(BlobCollector.class).collect();
      assertThat(invariants.litter(last.getBean(JdbcClient.class)))
          .as("files left behind")
          .isEmpty();
    }
  }

  private static void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
    Instant late = Instant.now().plusSeconds(60);
    for (ProcessHandle process : processes) {
      while (process.isAlive() && Instant.now().isBefore(late)) {
        Thread.sleep(10);
      }
      assertThat(process.isAlive()).as("orphan " + process.info()).isFalse();
    }
  }

  /// The database server, as the file beside its data says.
  private Optional<ProcessHandle> postmaster() throws IOException {
    Path file = data.resolve("postgres/data/postmaster.pid");
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
        : Optional.empty();
  }

  private void tell(String line) throws IOException {
    Files.writeString(story, line + "\n", StandardOpenOption.APPEND);
  }

  private void tellTheWhole() throws IOException {
    tell(
        "%d rounds %s; %d answers; %d things acknowledged (%d captures, %d comments); starts %s; recoveries %s"
            .formatted(
                ROUNDS,
                kills,
                ledger.answers.get(),
                ledger.size(),
                ledger.captures.size(),
                ledger.comments.size(),
                spread(starts),
                spread(recoveries)));
  }

  private static String spread(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return sorted.isEmpty()
        ? "none"
        : String.format(
            Locale.ROOT,
            "median %.1f s, longest %.1f s",
            sorted.get(sorted.size() / 2).toMillis() / 1000.0,
            sorted.getLast().toMillis() / 1000.0);
  }
}
