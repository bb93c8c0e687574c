package io.aegispcap.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The command, beside the running platform.
@RunningPlatform
class VerifyAuditTests {
  private final Deeds deeds;
  private final JdbcClient sql;
  private final TransactionOperations transactions;
  private final String data;
  private final StringWriter said = new StringWriter();

  @TempDir private Path elsewhere;

  VerifyAuditTests(
      Deeds deeds,
      JdbcClient sql,
      TransactionOperations transactions,
      @Value("${aegis.data}") String data) {
    this.deeds = deeds;
    this.sql = sql;
    this.transactions = transactions;
    this.data = data;
  }

  @Test
  void saysThatAllIsWell() {
    deeds.record(new Caller.Visitor(), "test.write", "fine");
    assertThat(verify(data)).isZero();
    assertThat(said.toString()).startsWith("The audit log is intact: ");
  }

  @Test
  void findsAnAlteredRow() {
    deeds.record(new Caller.Visitor(), "test.write", "true");
    forge("true", "false");
    try {
      assertThat(verify(data)).isEqualTo(1);
      assertThat(said.toString()).contains("was altered");
    } finally {
      forge("false", "true");
    }
  }

  @Test
  void saysWhereThereIsNoPlatform() {
    assertThat(verify(elsewhere.toString())).isEqualTo(1);
    assertThat(said.toString()).contains("There is no platform in " + elsewhere);
  }

  private void forge(String from, String to) {
    transactions.executeWithoutResult(
        _ -> {
          sql.sql("set local session_replication_role = replica").update();
          sql.sql(
                  "update audit_entry set target = :to where action = 'test.write' and target = :from")
              .param("to", to)
              .param("from", from)
              .update();
        });
  }

  private int verify(String folder) {
    PrintWriter out = new PrintWriter(said, true);
    return ToolProvider.findFirst("aegis-audit-verify").orElseThrow().run(out, out, folder);
  }
}
