package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Writes packages: the same files make the same bytes, whoever packs them, wherever and whenever.
/// Files are in order of their paths and stored as they are, with the first time that a zip file
/// can say.
public final class PackageWriter {
  /// 1980-01-01, 00:00.
  private static final int FIRST_TIME = 0x0021_0000;

  private PackageWriter() {}

  /// Writes a package, and replaces what was there once all of it is written.
  ///
  /// @param files contents by path
  /// @throws IOException when it can't be written, or would be refused when read: says which file
  public static void write(Map<String, byte[]> files, Path target) throws IOException {
    byte[] zip = bytes(files);
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.write(draft, zip);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  static byte[] bytes(Map<String, byte[]> files) throws IOException {
    List<String> faults = faults(files);
    if (!faults.isEmpty()) {
      throw new IOException(String.join("; ", faults));
    }
    ByteArrayOutputStream locals = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      byte[] name = file.getKey().getBytes(US_ASCII);
      byte[] shared = shared(name.length, file.getValue());
      directory.writeBytes(central(shared, locals.size()));
      directory.writeBytes(name);
      locals.writeBytes(buffer(4).putInt(StrictZip.LOCAL_SIGNATURE).array());
      locals.writeBytes(shared);
      locals.writeBytes(name);
      locals.writeBytes(file.getValue());
    }
    int begin = locals.size();
    locals.writeBytes(directory.toByteArray());
    locals.writeBytes(end(files.size(), directory.size(), begin));
    return locals.toByteArray();
  }

  /// Why these files can't be a package; empty when they can.
  static List<String> faults(Map<String, byte[]> files) {
    List<String> faults = new ArrayList<>();
    long whole = StrictZip.END_LENGTH;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      PackagePath.fault(file.getKey()).ifPresent(why -> faults.add(file.getKey() + ": " + why));
      int length = file.getValue().length;
      if (length > PackageLimits.ENTRY) {
        faults.add(
            "%s has %d bytes; %d are allowed"
                .formatted(file.getKey(), length, PackageLimits.ENTRY));
      }
      whole += StrictZip.LOCAL_LENGTH + StrictZip.CENTRAL_LENGTH + length;
      whole += 2L * file.getKey().length();
    }
    PackagePath.clash(files.keySet()).ifPresent(faults::add);
    if (files.isEmpty() || files.size() > PackageLimits.ENTRIES) {
      faults.add("%d files; 1 to %d are allowed".formatted(files.size(), PackageLimits.ENTRIES));
    }
    if (whole > PackageLimits.FILE) {
      faults.add(
          "the package would have %d bytes; %d are allowed".formatted(whole, PackageLimits.FILE));
    }
    return faults;
  }

  /// What local header and central directory both say.
  private static byte[] shared(int nameLength, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return buffer(26)
        .putShort((short) StrictZip.VERSION)
        .putShort((short) 0)
        .putShort((short) StrictZip.STORED)
        .putInt(FIRST_TIME)
        .putInt((int) crc.getValue())
        .putInt(content.length)
        .putInt(content.length)
        .putShort((short) nameLength)
        .putShort((short) 0)
        .array();
  }

  /// The rest are zeros: no comment, no other disk, no attributes.
  private static byte[] central(byte[] shared, int local) {
    return buffer(StrictZip.CENTRAL_LENGTH)
        .putInt(StrictZip.CENTRAL_SIGNATURE)
        .putShort((short) StrictZip.VERSION)
        .put(shared)
        .putInt(StrictZip.CENTRAL_LENGTH - 4, local)
        .array();
  }

  private static byte[] end(int entries, int length, int begin) {
    return buffer(StrictZip.END_LENGTH)
        .putInt(StrictZip.END_SIGNATURE)
        .putInt(0)
        .putShort((short) entries)
        .putShort((short) entries)
        .putInt(length)
        .putInt(begin)
        .array();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
