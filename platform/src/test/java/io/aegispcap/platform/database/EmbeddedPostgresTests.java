package io.aegispcap.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real server, started and stopped and killed.
class EmbeddedPostgresTests {

  /// Unpacked once for all tests.
  @TempDir private static Path software;

  @TempDir private Path folder;

  @BeforeEach
  void sharesTheSoftware() throws IOException {
    Path home = PostgresSoftware.unpackInto(software).home();
    Files.createSymbolicLink(folder.resolve(home.getFileName()), home);
  }

  @Test
  void keepsWhatWasWrittenWhenStartedAgain() throws Exception {
    try (EmbeddedPostgres first = start()) {
      run(first.address(), "create table kept (line text)");
      run(first.address(), "insert into kept values ('still here')");
    }
    try (EmbeddedPostgres later = start()) {
      assertThat(ask(later.address(), "select line from kept")).isEqualTo("still here");
    }
  }

  @Test
  void adoptsTheServerOfAnEarlierRun() throws Exception {
    EmbeddedPostgres survivor = start();
    try (EmbeddedPostgres later = start()) {
      assertThat(later.address().url()).isEqualTo(survivor.address().url());
      assertThat(ask(later.address(), "select 'fine'")).isEqualTo("fine");
    }
    assertThat(survivor.address().answers()).isFalse();
  }

  @Test
  void recoversWhatWasCommittedWhenTheServerWasKilled() throws Exception {
    EmbeddedPostgres killed = start();
    run(killed.address(), "create table kept (line text)");
    run(killed.address(), "insert into kept values ('committed')");
    kill();
    try (EmbeddedPostgres later = start()) {
      assertThat(ask(later.address(), "select line from kept")).isEqualTo("committed");
    }
  }

  @Test
  void takesNoOtherProgramForItsServer() throws Exception {
    start().close();
    long ours = ProcessHandle.current().pid();
    Path data = folder.resolve("data");
    Files.writeString(data.resolve("postmaster.pid"), ours + "\n" + data + "\n0\n5432\n\n\n");
    try (EmbeddedPostgres later = start()) {
      assertThat(ask(later.address(), "select 'fine'")).isEqualTo("fine");
    }
  }

  @Test
  void refusesDataOfAnotherMajorVersion() throws Exception {
    start().close();
    Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining(folder.resolve("data") + " is of PostgreSQL 17")
        .hasMessageContaining("Restore a backup");
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    try (EmbeddedPostgres server = start()) {
      DatabaseAddress guess = new DatabaseAddress(server.address().url(), "aegis", "guess");
      assertThat(guess.answers()).isFalse();
      assertThat(Files.getPosixFilePermissions(folder.resolve("password"))).hasSize(2);
    }
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.start(folder, DatabasePassword.makeIn(folder, new SecureRandom()));
  }

  private void kill() throws IOException {
    long process = PostmasterFile.in(folder.resolve("data")).orElseThrow().process();
    ProcessHandle.of(process).orElseThrow().destroyForcibly();
    while (PostmasterFile.in(folder.resolve("data")).orElseThrow().runs()) {
      Thread.onSpinWait();
    }
  }

  private static void run(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }
}
