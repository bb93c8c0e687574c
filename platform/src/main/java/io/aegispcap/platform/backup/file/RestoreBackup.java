package io.aegispcap.platform.backup.file;

import io.aegispcap.platform.backup.Manifest;
import io.aegispcap.platform.backup.store.DatabaseRestore;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.ContentStore;
import io.aegispcap.platform.database.RestoreTarget;
import io.aegispcap.platform.database.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;

/// `aegis restore`. Arguments: the file; perhaps `--check`; settings of the platform.
public final class RestoreBackup implements ToolProvider {
  static final String CHECK = "--check";
  private static final int REFUSED = 1;

  @Override
  public String name() {
    return "aegis-restore";
  }

  /// 0 when all is back; 1 when nothing is.
  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    Path file = Path.of(arguments[0]);
    String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      Manifest manifest = BackupFile.check(file);
      if (Arrays.asList(settings).contains(CHECK)) {
        out.println(
            "%s is whole: %s, made %s.".formatted(file, Summary.of(manifest), manifest.made()));
        return 0;
      }
      restore(file, manifest, settings);
      manifest
          .without()
          .forEach(id -> err.println("aegis: the backup was made without the content " + id));
      out.println("Restored %s, as of %s.".formatted(Summary.of(manifest), manifest.made()));
      return 0;
    } catch (StartRefusedException
        | DataAccessException
        | FlywayException
        | IOException
        | SQLException refused) {
      err.println("aegis: " + Summary.why(refused));
      return REFUSED;
    }
  }

  private static void restore(Path file, Manifest manifest, String... settings)
      throws IOException, SQLException {
    try (ZipFile zip = new ZipFile(file.toFile());
        CommandSettings command = CommandSettings.read(settings);
        RestoreTarget target = RestoreTarget.open(command.settings());
        DatabaseRestore database = DatabaseRestore.open(target, manifest);
        RestoredContents contents = new RestoredContents(command.contents())) {
      contents.put(manifest, zip);
      Map<String, Manifest.Entry> stated =
          manifest.entries().stream()
              .collect(Collectors.toMap(Manifest.Entry::name, Function.identity()));
      database.load(
          table ->
              new VerifiedEntry(entry(zip, table.entry()), stated(table.entry(), stated), file));
      database.show();
      contents.keep();
      database.close();
      target.finish();
    }
  }

  private static Manifest.Entry stated(String name, Map<String, Manifest.Entry> stated)
      throws IOException {
    Manifest.Entry entry = stated.get(name);
    if (entry == null) {
      throw new IOException("the backup's manifest does not name its entry " + name);
    }
    return entry;
  }

  private static InputStream entry(ZipFile zip, String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name));
  }

  /// Content that came from the backup; taken back unless all went well.
  private static final class RestoredContents implements AutoCloseable {
    private final ContentStore store;
    private final List<BlobId> brought = new ArrayList<>();

    RestoredContents(ContentStore store) {
      this.store = store;
    }

    void put(Manifest manifest, ZipFile zip) throws IOException {
      Set<String> without = new HashSet<>(manifest.without());
      for (Manifest.Entry entry : manifest.entries()) {
        String id = entry.name().substring(entry.name().lastIndexOf('/') + 1);
        if (entry.name().startsWith(BackupWriter.CONTENT) && !without.contains(id)) {
          put(new Blob(new BlobId(id), entry.size()), zip, entry);
        }
      }
    }

    private void put(Blob blob, ZipFile zip, Manifest.Entry entry) throws IOException {
      try (InputStream in = entry(zip, entry.name())) {
        if (store.put(blob, in)) {
          brought.add(blob.id());
        }
      }
    }

    void keep() {
      brought.clear();
    }

    @Override
    public void close() throws IOException {
      for (BlobId id : brought) {
        store.remove(id);
      }
    }
  }
}
