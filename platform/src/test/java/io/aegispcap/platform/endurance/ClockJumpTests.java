package io.aegispcap.platform.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.platform.running.FirstPerson;
import io.aegispcap.platform.running.Program;
import io.aegispcap.platform.running.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The clock of the machine is set forth and back by hours while people work: that of the platform
/// and that of its database, by libfaketime, where it is installed.
@Tag("endurance")
class ClockJumpTests {
  private static final List<String> PLACES =
      List.of(
          "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"+6h,+0", "-6h,+0", "+6h,-6h,+0"})
  void nothingIsLostOrDoneTwiceAndNothingWaitsForHours(String jumps) throws Exception {
    String library =
        PLACES.stream().filter(place -> Files.exists(Path.of(place))).findFirst().orElse("");
    assumeTrue(!library.isEmpty(), "libfaketime is not installed");
    Path clock = folder.resolve("clock");
    set(clock, "+0");
    Path data = folder.resolve("data");
    Map<String, String> environment =
        Map.of(
            "LD_PRELOAD",
            library,
            "FAKETIME_TIMESTAMP_FILE",
            clock.toString(),
            "FAKETIME_NO_CACHE",
            "1",
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1");
    try (ServerProcess server =
        ServerProcess.alone(data, environment, "--aegis.rate-limit.person=1000000")) {
      Program program = FirstPerson.of(server);
      Ledger ledger = new Ledger();
      Analyst analyst = new Analyst(0, 1, 7, ledger);
      work(analyst, program, ledger);
      for (String jump : jumps.split(",")) {
        set(clock, jump);
        work(analyst, program, ledger);
      }
      checkAll(program, ledger, data);
      server.terminate();
      assertThat(server.exitCode()).as(server.output()).isIn(0, 143);
    }
  }

  private static void checkAll(Program program, Ledger ledger, Path data)
      throws IOException, SQLException {
    Invariants invariants = new Invariants(data, ledger, 7);
    invariants.settle();
    invariants.check(program, Integer.MAX_VALUE);
    assertThat(ledger.violations()).isEmpty();
    assertThat(ledger.captures).isNotEmpty();
  }

  /// In one step, as the daemon that keeps clocks right does after it was away.
  private static void set(Path clock, String offset) throws IOException {
    Path next = clock.resolveSibling("clock-next");
    Files.writeString(next, offset + "\n");
    Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void work(Analyst analyst, Program program, Ledger ledger)
      throws InterruptedException {
    long enough = ledger.answers.get() + 25;
    Instant late = Instant.now().plus(Duration.ofMinutes(2));
    Thread thread = Thread.ofPlatform().start(() -> analyst.work(program));
    while (ledger.answers.get() < enough && Instant.now().isBefore(late)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    thread.interrupt();
    thread.join();
    assertThat(ledger.answers.get()).isGreaterThanOrEqualTo(enough);
  }
}
