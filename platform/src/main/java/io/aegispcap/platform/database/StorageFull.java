package io.aegispcap.platform.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;

/// Tells a disk without room from faults of ours, whether it is the database that has none or we.
public final class StorageFull {

  /// Source: PostgreSQL, Appendix A, disk_full.
  private static final String DISK_FULL = "53100";

  private StorageFull() {}

  public static boolean causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .anyMatch(StorageFull::isOne);
  }

  /// The JDK gives the words of the C library alone: ENOSPC and EDQUOT of POSIX.
  private static boolean isOne(Throwable cause) {
    return switch (cause) {
      case SQLException refused -> DISK_FULL.equals(refused.getSQLState());
      case IOException failed -> {
        String said = String.valueOf(failed.getMessage());
        yield said.contains("No space left on device") || said.contains("Disk quota exceeded");
      }
      default -> false;
    };
  }
}
