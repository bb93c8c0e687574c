package io.aegispcap.platform.backup.file;

import io.aegispcap.platform.backup.Manifest;
import io.aegispcap.platform.backup.store.DatabaseSnapshot;
import io.aegispcap.platform.database.ServedDatabase;
import io.aegispcap.platform.database.StartRefusedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.springframework.dao.DataAccessException;

/// `aegis backup`, beside a running platform or without one. Arguments: the file; perhaps
/// `--leave-out-damaged`; settings of the platform.
public final class MakeBackup implements ToolProvider {
  static final String LEAVE_OUT_DAMAGED = "--leave-out-damaged";
  private static final int REFUSED = 1;

  @Override
  public String name() {
    return "aegis-backup";
  }

  /// 0 when all is in the file; 1 when there is none, or it is without damaged content.
  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    Path file = Path.of(arguments[0]);
    String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
    boolean leaveOutDamaged = Arrays.asList(settings).contains(LEAVE_OUT_DAMAGED);
    try {
      if (Files.exists(file)) {
        throw new StartRefusedException(file + " is there already. Name a new file.");
      }
      Manifest made = write(file, leaveOutDamaged, settings);
      made.without()
          .forEach(id -> err.println("aegis: the content " + id + " could not be read; left out."));
      out.println("Backed up " + Summary.of(made) + " to " + file + ".");
      return made.without().isEmpty() ? 0 : REFUSED;
    } catch (StartRefusedException | DataAccessException | IOException | SQLException refused) {
      err.println("aegis: No backup was made. " + Summary.why(refused));
      return REFUSED;
    }
  }

  /// Under another name until it is whole and on the disk.
  private static Manifest write(Path file, boolean leaveOutDamaged, String... settings)
      throws IOException, SQLException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (CommandSettings command = CommandSettings.read(settings);
        ServedDatabase database = ServedDatabase.open(command.settings());
        DatabaseSnapshot snapshot = DatabaseSnapshot.open(database);
        FileChannel channel =
            FileChannel.open(
                unfinished,
                Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE),
                forItsOwnerAlone(file));
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        BackupWriter writer = new BackupWriter(out, leaveOutDamaged)) {
      Manifest made =
          writer.write(snapshot, command.contents(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
      out.flush();
      channel.force(true);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return made;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /// It holds what people keep to themselves.
  private static FileAttribute<?>[] forItsOwnerAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
