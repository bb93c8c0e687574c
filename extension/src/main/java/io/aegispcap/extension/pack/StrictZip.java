package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Reads zip files that can be read in one way only. Zip files say most things twice, and programs
/// differ in what they believe; here both have to agree, entries follow each other from the first
/// byte to the central directory, and nothing stands before, between or behind. Source: APPNOTE.TXT
/// 6.3.10.
final class StrictZip {
  static final int LOCAL_SIGNATURE = 0x04034b50;
  static final int CENTRAL_SIGNATURE = 0x02014b50;
  static final int END_SIGNATURE = 0x06054b50;
  static final int LOCAL_LENGTH = 30;
  static final int CENTRAL_LENGTH = 46;
  static final int END_LENGTH = 22;

  /// "Made by" and "needed to extract": version 2.0, on a file system without modes.
  static final int VERSION = 20;

  static final int STORED = 0;
  static final int DEFLATED = 8;

  /// Length of what local header and central directory have in common.
  private static final int SHARED = 26;

  private final ByteBuffer zip;
  private final byte[] bytes;

  /// @param crc CRC-32 of the content
  /// @param packed bytes in the file
  /// @param size bytes of the content
  /// @param local offset of the local header
  private record Entry(String path, int method, int crc, int packed, int size, int local) {}

  private StrictZip(byte[] bytes) {
    this.bytes = bytes;
    zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Contents by path.
  ///
  /// @throws InvalidPackageException says at which byte, and why
  static SortedMap<String, byte[]> read(byte[] bytes) throws InvalidPackageException {
    return new StrictZip(bytes).contents();
  }

  private SortedMap<String, byte[]> contents() throws InvalidPackageException {
    List<Entry> entries = entries();
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (Entry entry : entries) {
      if (contents.put(entry.path(), content(entry)) != null) {
        throw fault(entry.local(), entry.path() + " is there twice");
      }
    }
    var clash = PackagePath.clash(contents.keySet());
    if (clash.isPresent()) {
      throw new InvalidPackageException(clash.get());
    }
    return contents;
  }

  private List<Entry> entries() throws InvalidPackageException {
    int end = bytes.length - END_LENGTH;
    if (end < 0 || zip.getInt(end) != END_SIGNATURE) {
      throw fault(
          Math.max(end, 0),
          "no end of a zip file, or something behind it: made by `aegis plugin pack`?");
    }
    int count = word(end + 10);
    long begin = dword(end + 16);
    require(zip.getInt(end + 4) == 0, end + 4, "a package is one file, not several disks");
    require(word(end + 8) == count, end + 8, "the two counts of entries differ");
    require(
        count > 0 && count <= PackageLimits.ENTRIES,
        end + 10,
        "%d entries; 1 to %d are allowed".formatted(count, PackageLimits.ENTRIES));
    require(begin + dword(end + 12) == end, end + 12, "the central directory does not end here");
    require(word(end + 20) == 0, end + 20, "comments are not allowed");
    return directory(count, (int) begin, end);
  }

  private List<Entry> directory(int count, int begin, int end) throws InvalidPackageException {
    List<Entry> entries = new ArrayList<>();
    int at = begin;
    int next = 0;
    long content = 0;
    for (int i = 0; i < count; i++) {
      require(
          at + CENTRAL_LENGTH <= end && zip.getInt(at) == CENTRAL_SIGNATURE,
          at,
          "no entry of the central directory");
      Entry entry = entry(at, end);
      content += entry.size();
      require(
          content <= PackageLimits.CONTENT,
          at,
          "more than %d bytes in all when unpacked".formatted(PackageLimits.CONTENT));
      require(entry.local() == next, at + 42, entry.path() + " does not follow the entry before");
      next = local(entry, at, begin);
      entries.add(entry);
      at += CENTRAL_LENGTH + word(at + 28);
    }
    require(at == end, at, "something stands behind the central directory");
    require(next == begin, next, "something stands between entries and central directory");
    return entries;
  }

  /// Reads an entry of the central directory.
  private Entry entry(int at, int end) throws InvalidPackageException {
    int nameLength = word(at + 28);
    require(at + CENTRAL_LENGTH + nameLength <= end, at + 28, "the name is cut short");
    String path = new String(bytes, at + CENTRAL_LENGTH, nameLength, ISO_8859_1);
    var fault = PackagePath.fault(path);
    if (fault.isPresent()) {
      throw fault(at + CENTRAL_LENGTH, printable(path) + ": " + fault.get());
    }
    plain(at, path);
    long packed = dword(at + 20);
    long size = dword(at + 24);
    int method = word(at + 10);
    require(
        size <= PackageLimits.ENTRY,
        at + 24,
        "%s has %d bytes; %d are allowed".formatted(path, size, PackageLimits.ENTRY));
    require(packed <= bytes.length, at + 20, path + " reaches beyond the file");
    require(
        method == DEFLATED || (method == STORED && packed == size),
        at + 10,
        path + " is neither stored nor deflated");
    return new Entry(
        path,
        method,
        zip.getInt(at + 16),
        (int) packed,
        (int) size,
        (int) Math.min(dword(at + 42), Integer.MAX_VALUE));
  }

  /// Nothing but a file: no link, folder, password, data descriptor, extra field or comment.
  private void plain(int at, String path) throws InvalidPackageException {
    require((zip.getInt(at + 38) >>> 28) != 0xA, at + 38, path + " is a symbolic link");
    require(
        zip.getInt(at + 38) == 0 && word(at + 36) == 0,
        at + 36,
        path + " has attributes; files in packages have none");
    require(
        word(at + 4) == VERSION && word(at + 6) == VERSION,
        at + 4,
        path + " is not made by, and for, version 2.0");
    require((word(at + 8) & 1) == 0, at + 8, path + " is encrypted");
    require((word(at + 8) & 8) == 0, at + 8, path + " has its sizes behind it (data descriptor)");
    require(word(at + 8) == 0, at + 8, path + " has flags");
    require(word(at + 30) == 0, at + 30, path + " has extra fields");
    require(word(at + 32) == 0, at + 32, path + " has a comment");
    require(word(at + 34) == 0, at + 34, path + " is on another disk");
  }

  /// Checks the local header.
  ///
  /// @return where the next has to begin
  private int local(Entry entry, int central, int limit) throws InvalidPackageException {
    int at = entry.local();
    int nameLength = word(central + 28);
    long content = (long) at + LOCAL_LENGTH + nameLength;
    require(content + entry.packed() <= limit, at, entry.path() + " reaches into what follows it");
    require(zip.getInt(at) == LOCAL_SIGNATURE, at, "no local header");
    require(
        same(at + 4, central + 6, SHARED),
        at + 4,
        "local header and central directory differ about " + entry.path());
    require(
        same(at + LOCAL_LENGTH, central + CENTRAL_LENGTH, nameLength),
        at + LOCAL_LENGTH,
        "local header and central directory name " + entry.path() + " differently");
    return (int) (content + entry.packed());
  }

  private byte[] content(Entry entry) throws InvalidPackageException {
    int at = entry.local() + LOCAL_LENGTH + entry.path().length();
    byte[] content = new byte[entry.size()];
    if (entry.method() == STORED) {
      System.arraycopy(bytes, at, content, 0, content.length);
    } else {
      require(
          Inflation.exactly(bytes, at, entry.packed(), content),
          at,
          entry.path() + " does not unpack to the size that is said");
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    require((int) crc.getValue() == entry.crc(), at, entry.path() + " is damaged (CRC-32)");
    return content;
  }

  private boolean same(int one, int other, int length) {
    return zip.slice(one, length).equals(zip.slice(other, length));
  }

  private int word(int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }

  private long dword(int at) {
    return Integer.toUnsignedLong(zip.getInt(at));
  }

  private static String printable(String path) {
    return path.replaceAll("[^ -~]", "?");
  }

  private static void require(boolean holds, long at, String otherwise)
      throws InvalidPackageException {
    if (!holds) {
      throw fault(at, otherwise);
    }
  }

  private static InvalidPackageException fault(long at, String what) {
    return new InvalidPackageException("byte " + at + ": " + what);
  }
}
