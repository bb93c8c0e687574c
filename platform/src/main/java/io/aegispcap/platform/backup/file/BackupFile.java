package io.aegispcap.platform.backup.file;

import io.aegispcap.platform.backup.Manifest;
import io.aegispcap.platform.database.StartRefusedException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;

/// A backup that was made. Reads it from its first byte to its last before anything is taken from
/// it.
final class BackupFile {
  /// So large a manifest is none.
  private static final int LARGEST_MANIFEST = 1 << 30;

  private final Path path;
  private final Map<String, Seen> seen = new HashMap<>();
  private Optional<byte[]> manifest = Optional.empty();
  private long offset;

  private BackupFile(Path path) {
    this.path = path;
  }

  /// @param begins at which byte of the file, about
  private record Seen(long size, String sha256, long crc, long begins) {}

  /// @return what is in it, all of which is as it was written
  /// @throws DamagedBackupException when it is not
  /// @throws StartRefusedException when it is of a format that we do not know
  static Manifest check(Path path) throws IOException {
    BackupFile file = new BackupFile(path);
    file.readThrough();
    Manifest manifest = file.parse();
    file.compare(manifest);
    file.compareDirectory();
    return manifest;
  }

  private void readThrough() throws IOException {
    try (Counting bytes = new Counting(Files.newInputStream(path))) {
      String name = "";
      try (ZipInputStream zip = new ZipInputStream(bytes)) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          name = entry.getName();
          see(name, bytes.passed(), zip, entry);
          name = "";
        }
        offset = bytes.passed();
      } catch (ZipException | EOFException | IllegalArgumentException damaged) {
        throw damaged(name, bytes.passed(), String.valueOf(damaged.getMessage()));
      }
    }
  }

  private void see(String name, long begins, ZipInputStream zip, ZipEntry entry)
      throws IOException {
    boolean isManifest = name.equals(Manifest.NAME);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    Hashing hashing = new Hashing(isManifest ? kept : OutputStream.nullOutputStream());
    byte[] chunk = new byte[1 << 16];
    for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
      hashing.write(chunk, 0, read);
      if (kept.size() > LARGEST_MANIFEST) {
        throw damaged(name, begins, "it does not end");
      }
    }
    if (isManifest) {
      manifest = Optional.of(kept.toByteArray());
    }
    seen.put(name, new Seen(hashing.size(), hashing.sha256(), entry.getCrc(), begins));
  }

  private Manifest parse() throws DamagedBackupException {
    byte[] json =
        manifest.orElseThrow(
            () ->
                damaged(
                    "",
                    offset,
                    seen.isEmpty()
                        ? "this is no backup of AegisPCAP"
                        : "the manifest, its last entry, is missing"));
    try {
      Manifest parsed = Manifest.parse(json);
      if (parsed.format() != Manifest.FORMAT) {
        throw new StartRefusedException(
            "The backup %s has format %d; this AegisPCAP knows format %d. Restore it with the version that made it."
                .formatted(path, parsed.format(), Manifest.FORMAT));
      }
      return parsed;
    } catch (JacksonException unreadable) {
      throw damaged(Manifest.NAME, offset, "it can't be read: " + unreadable.getOriginalMessage());
    }
  }

  private void compare(Manifest stated) throws DamagedBackupException {
    for (Manifest.Entry entry : stated.entries()) {
      Seen found = seen.get(entry.name());
      if (found == null) {
        throw damaged(entry.name(), offset, "it is missing");
      }
      if (found.size() != entry.size() || !found.sha256().equals(entry.sha256())) {
        throw damaged(
            entry.name(),
            found.begins(),
            "it has %d bytes with the SHA-256 %s instead of %d with %s"
                .formatted(found.size(), found.sha256(), entry.size(), entry.sha256()));
      }
    }
    if (seen.size() != stated.entries().size() + 1) {
      throw damaged("", offset, "there are entries that the manifest does not name");
    }
  }

  /// By which the entries are found when they are restored.
  private void compareDirectory() throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (Map.Entry<String, Seen> entry : seen.entrySet()) {
        ZipEntry listed = zip.getEntry(entry.getKey());
        if (listed == null
            || listed.getSize() != entry.getValue().size()
            || listed.getCrc() != entry.getValue().crc()) {
          throw damaged(entry.getKey(), offset, "the directory at the end says otherwise");
        }
      }
      if (zip.size() != seen.size()) {
        throw damaged(
            "", offset, "the directory at the end lists %d entries".formatted(zip.size()));
      }
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      throw damaged("", offset, "the directory at the end can't be read");
    }
  }

  private DamagedBackupException damaged(String entry, long near, String how) {
    return new DamagedBackupException(path, entry, near, how);
  }

  /// Bytes that were read.
  private static final class Counting extends FilterInputStream {
    private long passed;

    Counting(InputStream in) {
      super(new BufferedInputStream(in));
    }

    long passed() {
      return passed;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      passed += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      passed += Math.max(0, read);
      return read;
    }
  }
}
