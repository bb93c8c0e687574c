package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.maps;
import static org.quicktheories.generators.SourceDSL.strings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

@Tag("P2")
class PackageFileTests {
  @TempDir private Path folder;

  private static final Map<String, byte[]> FILES =
      Map.of("a.txt", "aaaa".getBytes(UTF_8), "b/c", "hello".getBytes(UTF_8), "z", new byte[0]);

  @Test
  void readsWhatWasWritten() throws IOException, InvalidPackageException {
    SortedMap<String, byte[]> read = StrictZip.read(PackageWriter.bytes(FILES));

    assertThat(read).containsOnlyKeys(FILES.keySet());
    read.forEach((path, content) -> assertThat(content).isEqualTo(FILES.get(path)));
  }

  @Test
  void opensAPackage() throws IOException, InvalidPackageException {
    Map<String, byte[]> files = SamplePackages.files("acme/beacon-plus", "1.0.0");
    Path file = SamplePackages.write(files, folder.resolve("beacon.aegisx"));

    ExtensionPackage opened = ExtensionPackage.open(file);

    assertThat(opened.file()).isEqualTo(file);
    assertThat(opened.manifest().version()).isEqualTo("1.0.0");
    assertThat(opened.sha256()).isEqualTo(Digests.sha256(Files.readAllBytes(file)));
    assertThat(opened.digests()).containsOnlyKeys(files.keySet());
    assertThat(opened.content("README.md")).isEqualTo(files.get("README.md"));
    assertThat(opened.signature()).isEmpty();
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void refusesPackagesWithoutManifest() {
    assertThatThrownBy(() -> ExtensionPackage.of(Path.of("x"), PackageWriter.bytes(FILES)))
        .isInstanceOf(InvalidPackageException.class)
        .hasMessage("aegis-plugin.json is missing");
  }

  @Test
  void writesTheSameBytesForTheSameFiles() {
    Gen<Map<String, byte[]>> files =
        maps()
            .of(
                strings().betweenCodePoints('a', 'f').ofLengthBetween(1, 8),
                lists()
                    .of(integers().between(-128, 127))
                    .ofSizeBetween(0, 40)
                    .map(PackageFileTests::bytes))
            .ofSizeBetween(1, 12);
    qt().withExamples(300)
        .forAll(files, integers().all())
        .checkAssert(
            (content, seed) -> {
              List<String> paths = new ArrayList<>(content.keySet());
              Collections.shuffle(paths, new java.util.Random(seed));
              Map<String, byte[]> shuffled = new LinkedHashMap<>();
              paths.forEach(path -> shuffled.put(path, content.get(path)));
              assertThat(written(shuffled)).isEqualTo(written(content));
              assertThat(asZipFileReads(written(content)))
                  .isEqualTo(asStrictlyRead(written(content)));
            });
  }

  @Test
  void refusesOrReadsAsTheSandboxDoesWhicheverByteIsChanged() {
    byte[] stored = written(FILES);
    for (byte[] zip : List.of(stored, deflated())) {
      assertThat(asStrictlyRead(zip)).hasSize(3);
      for (int at = 0; at < zip.length; at++) {
        for (int value = 0; value < 256; value++) {
          byte[] changed = zip.clone();
          changed[at] = (byte) value;
          agreesWithZipFile(changed, "byte " + at + " set to " + value);
        }
      }
    }
  }

  @Test
  void refusesWhateverByteOfAStoredPackageIsChanged() {
    byte[] zip = written(FILES);
    int times = 0;
    for (int at = 0; at < zip.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = zip.clone();
        changed[at] ^= (byte) (1 << bit);
        times += asStrictlyRead(changed).isEmpty() ? 0 : 1;
      }
    }
    assertThat(times).isZero();
  }

  @Test
  void refusesOrReadsAsTheSandboxDoesWhateverIsCutOutDoubledOrPutTogether() {
    byte[] zip = written(FILES);
    qt().withExamples(3000)
        .forAll(
            integers().between(0, zip.length),
            integers().between(0, zip.length),
            integers().between(0, zip.length))
        .checkAssert(
            (from, to, into) -> {
              ByteArrayOutputStream spliced = new ByteArrayOutputStream();
              spliced.write(zip, 0, into);
              spliced.write(zip, Math.min(from, to), Math.abs(to - from));
              spliced.write(zip, into, zip.length - into);
              agreesWithZipFile(spliced.toByteArray(), from + " " + to + " " + into);
              ByteArrayOutputStream cut = new ByteArrayOutputStream();
              cut.write(zip, 0, Math.min(from, to));
              cut.write(zip, Math.max(from, to), zip.length - Math.max(from, to));
              agreesWithZipFile(cut.toByteArray(), from + " " + to);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "a/../../b",
        "/etc/passwd",
        "a//b",
        "a/",
        "./a",
        "a\\b",
        "C:evil",
        "a\u0000b",
        "a\nb",
        "über",
        "a./b",
        " a",
        ""
      })
  void writesAndReadsNoPathThatMeansSomethingElseElsewhere(String path) {
    assertThatThrownBy(() -> PackageWriter.bytes(Map.of(path, new byte[0])))
        .isInstanceOf(IOException.class);
    byte[] zip = zip(Map.of(path, new byte[1]), ZipEntry.STORED);
    assertThatThrownBy(() -> StrictZip.read(zip)).isInstanceOf(InvalidPackageException.class);
  }

  @Test
  void refusesPathsThatDifferInCaseAndFilesThatAreFolders() {
    assertThat(PackageWriter.faults(Map.of("code/A", new byte[0], "code/a", new byte[0])))
        .singleElement()
        .asString()
        .contains("the same path where case is ignored");
    assertThat(PackageWriter.faults(Map.of("code", new byte[0], "code/a", new byte[0])))
        .singleElement()
        .asString()
        .isEqualTo("code is a file, and the folder of code/a");
  }

  @Test
  void refusesTheSameNameTwice() {
    byte[] zip = written(Map.of("code/aa", new byte[2], "code/ab", new byte[2]));
    byte[] twice =
        new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1)
            .replace("code/ab", "code/aa")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    refused(twice, "code/aa is there twice");
  }

  @Test
  void refusesLinksPasswordsCommentsAndWhatSurrounds() {
    byte[] zip = written(Map.of("a", new byte[3]));
    int central = 30 + 1 + 3;
    refused(with(zip, central + 41, 0xA1), "a is a symbolic link");
    refused(with(zip, central + 41, 0x81), "a has attributes");
    refused(with(with(zip, central + 8, 1), 6, 1), "a is encrypted");
    refused(with(with(zip, central + 8, 8), 6, 8), "data descriptor");
    refused(with(zip, zip.length - 2, 1), "comments are not allowed");
    refused(with(zip, zip.length - 18, 1), "several disks");
    refused(joined(new byte[1], zip), "the central directory does not end here");
    refused(joined(zip, new byte[1]), "no end of a zip file, or something behind it");
    refused(new byte[0], "no end of a zip file");
  }

  @Test
  void refusesWhatJavaItselfZipsSinceSizesStandBehind() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write(new byte[100]);
    }

    refused(out.toByteArray(), "byte ");
  }

  @Test
  void refusesBombsBeforeUnpackingThem() {
    byte[] zip = zip(Map.of("bomb", new byte[PackageLimits.ENTRY]), ZipEntry.DEFLATED);
    assertThat(asStrictlyRead(zip)).hasSize(1);
    refused(
        zip(Map.of("bomb", new byte[PackageLimits.ENTRY + 1]), ZipEntry.DEFLATED),
        "bomb has 16777217 bytes; 16777216 are allowed");
    Map<String, byte[]> many = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      many.put("bomb" + i, new byte[PackageLimits.ENTRY - 1]);
    }
    refused(zip(many, ZipEntry.DEFLATED), "more than 67108864 bytes in all when unpacked");
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i <= PackageLimits.ENTRIES; i++) {
      files.put("f" + i, new byte[0]);
    }
    refused(zip(files, ZipEntry.STORED), "5001 entries; 1 to 5000 are allowed");
  }

  @Test
  void refusesSizesThatAreNotTrue() {
    byte[] content = new byte[1000];
    byte[] zip = zip(Map.of("bomb", content), ZipEntry.DEFLATED);
    ByteBuffer lie = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int central = lie.getInt(zip.length - 6);
    for (int size : new int[] {999, 1001, 10}) {
      lie.putInt(22, size).putInt(central + 24, size);
      refused(zip, "bomb does not unpack to the size that is said");
    }
  }

  @Test
  void refusesFilesThatAreTooLong() throws IOException {
    Path file = folder.resolve("long.aegisx");
    Files.write(file, new byte[PackageLimits.FILE + 1]);

    assertThatThrownBy(() -> ExtensionPackage.open(file))
        .isInstanceOf(InvalidPackageException.class)
        .hasMessageContaining("longer than 33554432 bytes");
  }

  private static void refused(byte[] zip, String why) {
    assertThatThrownBy(() -> StrictZip.read(zip))
        .isInstanceOf(InvalidPackageException.class)
        .hasMessageContaining(why);
  }

  private void agreesWithZipFile(byte[] zip, String description) {
    Map<String, String> strict = asStrictlyRead(zip);
    if (!strict.isEmpty()) {
      assertThat(asZipFileReads(zip)).as(description).isEqualTo(strict);
    }
  }

  /// Digests by path; empty when refused.
  private static Map<String, String> asStrictlyRead(byte[] zip) {
    try {
      Map<String, String> digests = new TreeMap<>();
      StrictZip.read(zip).forEach((path, content) -> digests.put(path, Digests.sha256(content)));
      return digests;
    } catch (InvalidPackageException e) {
      assertThat(e.faults()).isNotEmpty();
      return Map.of();
    }
  }

  private Map<String, String> asZipFileReads(byte[] zip) {
    Path file = folder.resolve("mutant.zip");
    try {
      Files.write(file, zip);
      Map<String, String> digests = new TreeMap<>();
      try (ZipFile opened = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(opened.entries())) {
          ZipEntry named = opened.getEntry(entry.getName());
          digests.put(named.getName(), Digests.sha256(opened.getInputStream(named).readAllBytes()));
        }
      }
      Files.delete(file);
      return digests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] written(Map<String, byte[]> files) {
    try {
      return PackageWriter.bytes(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] deflated() {
    return zip(FILES, ZipEntry.DEFLATED);
  }

  /// Any paths and sizes, with headers as the format has them.
  static byte[] zip(Map<String, byte[]> files, int method) {
    ByteArrayOutputStream locals = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    new TreeMap<>(files)
        .forEach(
            (path, content) -> {
              byte[] name = path.getBytes(UTF_8);
              byte[] packed = method == ZipEntry.STORED ? content : deflate(content);
              CRC32 crc = new CRC32();
              crc.update(content);
              byte[] shared =
                  buffer(26)
                      .putShort((short) 20)
                      .putShort((short) 0)
                      .putShort((short) method)
                      .putInt(0x0021_0000)
                      .putInt((int) crc.getValue())
                      .putInt(packed.length)
                      .putInt(content.length)
                      .putShort((short) name.length)
                      .array();
              directory.writeBytes(
                  buffer(46)
                      .putInt(0x02014b50)
                      .putShort((short) 20)
                      .put(shared)
                      .putInt(42, locals.size())
                      .array());
              directory.writeBytes(name);
              locals.writeBytes(buffer(30).putInt(0x04034b50).put(shared).array());
              locals.writeBytes(name);
              locals.writeBytes(packed);
            });
    int begin = locals.size();
    locals.writeBytes(directory.toByteArray());
    locals.writeBytes(
        buffer(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) files.size())
            .putShort((short) files.size())
            .putInt(directory.size())
            .putInt(begin)
            .array());
    return locals.toByteArray();
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] packed = new byte[content.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return java.util.Arrays.copyOf(packed, length);
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(List<Integer> values) {
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values.get(i).byteValue();
    }
    return bytes;
  }

  private static byte[] with(byte[] zip, int at, int value) {
    byte[] changed = zip.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }
}
