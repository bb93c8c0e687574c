package io.aegispcap.platform.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Tells the loss of the database from faults of ours, whatever it was wrapped into on its way: a
/// query, a commit and a rollback each have exceptions of their own.
final class DatabaseLoss {

  /// Source: PostgreSQL, Appendix A, class 08 (connection exception).
  private static final String CONNECTION = "08";

  /// The server stops, stopped after a crash, or starts. Source: PostgreSQL, Appendix A.
  private static final Set<String> NOT_RUNNING = Set.of("57P01", "57P02", "57P03");

  private DatabaseLoss() {}

  static boolean causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .anyMatch(DatabaseLoss::isOne);
  }

  private static boolean isOne(Throwable cause) {
    return switch (cause) {
      case DataAccessResourceFailureException _,
          CannotCreateTransactionException _,
          SQLTransientConnectionException _ ->
          true;
      case SQLException refused -> isState(String.valueOf(refused.getSQLState()));
      default -> false;
    };
  }

  private static boolean isState(String state) {
    return state.startsWith(CONNECTION) || NOT_RUNNING.contains(state);
  }
}
