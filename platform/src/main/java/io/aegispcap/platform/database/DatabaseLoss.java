package io.aegispcap.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Tells the loss of the database from faults of ours, whatever it was wrapped into on its way: a
/// query, a commit and a rollback each have exceptions of their own.
public final class DatabaseLoss {

  /// Source: PostgreSQL, Appendix A, class 08 (connection exception).
  private static final String CONNECTION = "08";

  /// The server stops, stopped after a crash, or starts. Source: PostgreSQL, Appendix A.
  private static final Set<String> NOT_RUNNING = Set.of("57P01", "57P02", "57P03");

  /// What the pool says of a connection that it took away since it is broken, without a state: a
  /// rollback after a commit that failed meets that. Source: HikariCP, ProxyConnection.
  private static final String TAKEN_AWAY = "Connection is closed";

  private DatabaseLoss() {}

  public static boolean causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, DatabaseLoss::cause)
        .anyMatch(DatabaseLoss::isOne);
  }

  /// A rollback that fails, since the connection is gone, hides why there was one.
  private static @Nullable Throwable cause(Throwable fault) {
    return fault instanceof TransactionSystemException failed
            && failed.getApplicationException() != null
        ? failed.getApplicationException()
        : fault.getCause();
  }

  private static boolean isOne(Throwable cause) {
    return switch (cause) {
      case DataAccessResourceFailureException _,
          CannotCreateTransactionException _,
          SQLTransientConnectionException _ ->
          true;
      case SQLException refused ->
          TAKEN_AWAY.equals(refused.getMessage()) || isState(String.valueOf(refused.getSQLState()));
      default -> false;
    };
  }

  private static boolean isState(String state) {
    return state.startsWith(CONNECTION) || NOT_RUNNING.contains(state);
  }
}
