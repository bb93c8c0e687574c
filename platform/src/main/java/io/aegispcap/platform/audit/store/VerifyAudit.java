package io.aegispcap.platform.audit.store;

import io.aegispcap.platform.audit.AuditLog.Verdict;
import io.aegispcap.platform.database.ServedDatabase;
import io.aegispcap.platform.database.StartRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// `aegis audit verify`, beside a running platform or without one. Arguments: the data directory,
/// and perhaps the URL of a server.
public final class VerifyAudit implements ToolProvider {
  private static final int BROKEN = 1;

  @Override
  public String name() {
    return "aegis-audit-verify";
  }

  /// 0 when all is as it was written, else 1.
  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    Optional<String> url = arguments.length > 1 ? Optional.of(arguments[1]) : Optional.empty();
    try (ServedDatabase database = ServedDatabase.open(Path.of(arguments[0]), url);
        Connection connection = database.snapshot()) {
      return switch (verify(connection)) {
        case Verdict.Intact(long entries) -> {
          out.println("The audit log is intact: " + entries + " entries.");
          yield 0;
        }
        case Verdict.Broken(String what) -> {
          out.println("The audit log was tampered with: " + what + ".");
          yield BROKEN;
        }
      };
    } catch (StartRefusedException | IOException | SQLException refused) {
      err.println("aegis: " + refused.getMessage());
      return BROKEN;
    }
  }

  private static Verdict verify(Connection connection) {
    return new ChainReader(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
        .verify();
  }
}
