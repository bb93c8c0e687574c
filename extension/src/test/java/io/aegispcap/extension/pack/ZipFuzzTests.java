package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Zip files that are nearly right: each field of headers, directory and end may lie.
class ZipFuzzTests {
  private static final List<String> PATHS =
      List.of(
          "aegis-plugin.json",
          "README.md",
          "code/com/acme/Beacon.class",
          "code/com/acme",
          "code/com/acme/beacon.class",
          "../up",
          "/root",
          "a//b",
          "CON",
          "nested.zip");

  /// Where fields begin in what local header and central directory share, and how long they are:
  /// version, flags, method, time, CRC-32, packed, size, lengths of name and extra fields.
  private static final int[][] SHARED = {
    {0, 2}, {2, 2}, {4, 2}, {6, 4}, {10, 4}, {14, 4}, {18, 4}, {22, 2}, {24, 2}
  };

  private static final int[][] CENTRAL = {{4, 2}, {32, 2}, {34, 2}, {36, 2}, {38, 4}, {42, 4}};
  private static final int[][] END = {{4, 2}, {6, 2}, {8, 2}, {10, 2}, {12, 4}, {16, 4}, {20, 2}};

  /// What is taken is the same to the JDK, and the same once it was packed again.
  @FuzzTest(maxDuration = "6m")
  void takesNothingThatOthersReadDifferently(FuzzedDataProvider data) throws Exception {
    byte[] zip = Damage.done(forged(data), data);
    try {
      SortedMap<String, byte[]> contents = Damage.bounded(() -> StrictZip.read(zip));
      same(contents, asTheJdkReads(zip));
      byte[] packed = PackageWriter.bytes(contents);
      same(contents, StrictZip.read(packed));
      if (!Arrays.equals(packed, PackageWriter.bytes(StrictZip.read(packed)))) {
        throw new AssertionError("packed again it is another file");
      }
    } catch (InvalidPackageException e) {
      PackageFuzzTests.explained(e);
    }
  }

  private static void same(Map<String, byte[]> one, Map<String, byte[]> other) {
    if (!one.keySet().equals(other.keySet())) {
      throw new AssertionError(one.keySet() + " and " + other.keySet());
    }
    one.forEach(
        (path, content) -> {
          if (!Arrays.equals(content, other.get(path))) {
            throw new AssertionError("contents of " + path + " differ");
          }
        });
  }

  /// From the first byte on; a second reader by the central directory is the cage's.
  private static SortedMap<String, byte[]> asTheJdkReads(byte[] zip) throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
        contents.put(next.getName(), in.readAllBytes());
      }
    }
    return contents;
  }

  private static byte[] forged(FuzzedDataProvider data) {
    ByteArrayOutputStream locals = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    int count = data.consumeInt(0, 5);
    List<byte[]> before = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] name = data.pickValue(PATHS).getBytes(ISO_8859_1);
      byte[] content = content(data, before);
      boolean packed = data.consumeBoolean();
      byte[] stored = packed ? deflated(content) : content;
      ByteBuffer shared = shared(name.length, content, stored.length, packed);
      byte[] local = shared.array().clone();
      byte[] central =
          ByteBuffer.allocate(StrictZip.CENTRAL_LENGTH)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(StrictZip.CENTRAL_SIGNATURE)
              .putShort((short) StrictZip.VERSION)
              .put(shared.array())
              .putInt(StrictZip.CENTRAL_LENGTH - 4, locals.size())
              .array();
      lie(local, SHARED, 0, data);
      lie(central, SHARED, 6, data);
      lie(central, CENTRAL, 0, data);
      directory.writeBytes(central);
      directory.writeBytes(name);
      locals.writeBytes(little(StrictZip.LOCAL_SIGNATURE));
      locals.writeBytes(local);
      locals.writeBytes(name);
      locals.writeBytes(stored);
      before.add(content);
    }
    byte[] end =
        ByteBuffer.allocate(StrictZip.END_LENGTH)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(StrictZip.END_SIGNATURE)
            .putInt(0)
            .putShort((short) count)
            .putShort((short) count)
            .putInt(directory.size())
            .putInt(locals.size())
            .array();
    lie(end, END, 0, data);
    before.add(0, locals.toByteArray());
    locals.writeBytes(directory.toByteArray());
    locals.writeBytes(end);
    return locals.toByteArray();
  }

  /// Once in a while a field says something else.
  private static void lie(byte[] header, int[][] fields, int shift, FuzzedDataProvider data) {
    if (data.consumeInt(0, 7) == 7) {
      int[] field = fields[data.consumeInt(0, fields.length - 1)];
      for (int i = 0; i < field[1]; i++) {
        header[shift + field[0] + i] = data.consumeByte();
      }
    }
  }

  /// A few bytes, what deflates well, or a zip file.
  private static byte[] content(FuzzedDataProvider data, List<byte[]> before) {
    return switch (data.consumeInt(0, 3)) {
      case 0 -> new byte[data.consumeInt(0, 1 << 18)];
      case 1 -> before.isEmpty() ? new byte[0] : before.getLast();
      case 2 -> PackageFileTests.written(Map.of("README.md", data.consumeBytes(20)));
      default -> data.consumeBytes(40);
    };
  }

  private static ByteBuffer shared(int name, byte[] content, int packed, boolean deflated) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return ByteBuffer.allocate(26)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) StrictZip.VERSION)
        .putShort((short) 0)
        .putShort((short) (deflated ? StrictZip.DEFLATED : StrictZip.STORED))
        .putInt(0x0021_0000)
        .putInt((int) crc.getValue())
        .putInt(packed)
        .putInt(content.length)
        .putShort((short) name)
        .putShort((short) 0);
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] deflated(byte[] content) {
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }
}
