package io.aegispcap.platform.backup.file;

import io.aegispcap.platform.backup.Manifest;
import io.aegispcap.platform.backup.store.DatabaseSnapshot;
import io.aegispcap.platform.blobs.Blob;
import io.aegispcap.platform.blobs.ContentStore;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a zip file, an entry after the other; the manifest comes last, when all is known.
final class BackupWriter implements AutoCloseable {
  static final String CONTENT = "content/";
  private static final int CHUNK = 1 << 16;

  private final ZipOutputStream zip;
  private final List<Manifest.Entry> entries = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private final boolean leaveOutDamaged;

  /// @param leaveOutDamaged whether content that can't be read is left out instead of refused
  BackupWriter(OutputStream out, boolean leaveOutDamaged) {
    this.zip = new ZipOutputStream(out);
    this.leaveOutDamaged = leaveOutDamaged;
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /// @param made now
  Manifest write(DatabaseSnapshot database, ContentStore contents, Instant made)
      throws IOException, SQLException {
    List<Manifest.Migration> schema = database.schema();
    List<Manifest.Table> tables = database.tables();
    try (Stream<Blob> kept = database.contents()) {
      for (Iterator<Blob> each = kept.iterator(); each.hasNext(); ) {
        write(each.next(), contents);
      }
    }
    for (Manifest.Table table : tables) {
      Hashing out = begin(table.entry());
      database.copy(table, out);
      end(table.entry(), out);
    }
    Manifest manifest =
        new Manifest(Manifest.FORMAT, made, schema, database.sequences(), tables, entries, without);
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    zip.write(manifest.json());
    zip.closeEntry();
    zip.finish();
    return manifest;
  }

  private void write(Blob blob, ContentStore contents) throws IOException {
    try (InputStream content = contents.open(blob)) {
      copy(blob, content);
    } catch (MissingBlobException | DamagedBlobException unreadable) {
      if (!leaveOutDamaged) {
        throw new IOException(
            unreadable.getMessage()
                + " With --leave-out-damaged a backup is made without such content.",
            unreadable);
      }
      without.add(blob.id().sha256());
    }
  }

  /// Damage may show only at the end: what is written by then stays, as an entry to be passed over.
  private void copy(Blob blob, InputStream content) throws IOException {
    String name = CONTENT + blob.id();
    Hashing out = begin(name);
    try {
      byte[] chunk = new byte[CHUNK];
      for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        out.write(chunk, 0, read);
      }
    } finally {
      end(name, out);
    }
  }

  private Hashing begin(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    return new Hashing(zip);
  }

  private void end(String name, Hashing written) throws IOException {
    zip.closeEntry();
    entries.add(new Manifest.Entry(name, written.size(), written.sha256()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
