package io.aegispcap.platform.backup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;

import io.aegispcap.platform.backup.Manifest;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;

/// Backups that are not what was written, wherever that is.
@RunningPlatform
class DamagedBackupTests {
  private static final int CASES = 200;

  private final Blobs blobs;
  private final Guests guests;
  private final String data;

  @TempDir private Path folder;
  private Path whole;
  private byte[] bytes;

  DamagedBackupTests(Blobs blobs, Guests guests, @Value("${aegis.data}") String data) {
    this.blobs = blobs;
    this.guests = guests;
    this.data = data;
  }

  @BeforeEach
  void makeABackup() throws IOException {
    guests.join();
    String content = UUID.randomUUID().toString().repeat(1000);
    blobs.store(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    whole = folder.resolve("whole.backup");
    Tool.Said made =
        Tool.run("aegis-backup", whole.toString(), "--aegis.data=" + data, "--leave-out-damaged");
    assertThat(made.text()).contains("Backed up");
    bytes = Files.readAllBytes(whole);
  }

  @Test
  void aCutIsRefusedWhereverItIs() {
    qt().withExamples(CASES)
        .forAll(doubles().between(0, 1))
        .check(
            part -> {
              int length = (int) (part * (bytes.length - 1));
              return refusal(Arrays.copyOf(bytes, length)).contains("is damaged or cut short");
            });
  }

  /// What is accepted is what was written: some bytes of a zip file say nothing, such as times.
  @Test
  void aChangedByteIsRefusedOrSaysNothing() throws IOException {
    Manifest written = BackupFile.check(whole);
    qt().withExamples(CASES)
        .forAll(doubles().between(0, 1), integers().between(1, 255))
        .check(
            (part, change) -> {
              byte[] damaged = bytes.clone();
              damaged[(int) (part * (bytes.length - 1))] ^= (byte) (int) change;
              try {
                return BackupFile.check(file(damaged)).equals(written);
              } catch (DamagedBackupException refused) {
                return String.valueOf(refused.getMessage()).contains("near byte");
              } catch (IOException unexpected) {
                throw new UncheckedIOException(unexpected);
              }
            });
  }

  @Test
  void namesTheEntryAndLeavesTheTargetAsItWas() throws IOException {
    String entry;
    byte[] damaged = bytes.clone();
    try (ZipFile zip = new ZipFile(whole.toFile())) {
      entry =
          zip.stream()
              .filter(one -> one.getName().startsWith("content/"))
              .max((a, b) -> Long.compare(a.getCompressedSize(), b.getCompressedSize()))
              .orElseThrow()
              .getName();
    }
    int name = indexOf(bytes, entry.getBytes(StandardCharsets.US_ASCII));
    damaged[name + entry.length() + 20] ^= 0x55;
    Path target = folder.resolve("target");
    Tool.Said refused =
        Tool.run("aegis-restore", file(damaged).toString(), "--aegis.data=" + target);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.text()).contains("in its entry " + entry).contains("Nothing was restored");
    assertThat(target).doesNotExist();
  }

  @Test
  void whatIsNoBackupIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.txt"), "dear all");
    assertThat(Tool.run("aegis-restore", text.toString()).text())
        .contains("this is no backup of AegisPCAP");
    assertThat(Tool.run("aegis-restore", folder.resolve("none").toString()).text())
        .contains("There is no " + folder.resolve("none"));
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    Path other =
        rewritten("manifest.json", json -> json.replace("\"format\" : 1", "\"format\" : 2"));
    assertThat(Tool.run("aegis-restore", other.toString()).text())
        .contains("has format 2; this AegisPCAP knows format 1");
  }

  /// Whole as a file, and yet it can't be: its rows refer to nobody.
  @Test
  void leavesTheTargetEmptyWhenItFailsHalfWay() throws IOException {
    Manifest manifest = BackupFile.check(whole);
    Manifest.Entry people =
        manifest.entries().stream()
            .filter(entry -> entry.name().equals("database/person.copy"))
            .findFirst()
            .orElseThrow();
    String nothing = new Hashing(OutputStream.nullOutputStream()).sha256();
    Path withoutPeople =
        rewritten(
            List.of("manifest.json", people.name()),
            (name, text) ->
                name.equals(people.name())
                    ? ""
                    : text.replace(people.sha256(), nothing)
                        .replaceFirst("(database/person.copy\",\\s*\"size\" : )\\d+", "$10"));
    Path target = folder.resolve("target");
    Tool.Said refused =
        Tool.run("aegis-restore", withoutPeople.toString(), "--aegis.data=" + target);
    assertThat(refused.status()).as(refused.text()).isEqualTo(1);
    assertThat(refused.text()).contains("foreign key");
    try (Stream<Path> left = Files.list(target)) {
      assertThat(left.map(path -> path.getFileName().toString())).isSubsetOf("instance.lock");
    }
  }

  private interface Change {
    String of(String name, String text);
  }

  private Path rewritten(String entry, java.util.function.UnaryOperator<String> change)
      throws IOException {
    return rewritten(List.of(entry), (_, text) -> change.apply(text));
  }

  private Path rewritten(List<String> entries, Change change) throws IOException {
    Path file = folder.resolve("rewritten.backup");
    try (ZipFile zip = new ZipFile(whole.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : zip.stream().toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(
            entries.contains(entry.getName())
                ? change
                    .of(entry.getName(), new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
        out.closeEntry();
      }
    }
    return file;
  }

  private String refusal(byte[] content) {
    try {
      Path file = file(content);
      assertThatThrownBy(() -> BackupFile.check(file)).isInstanceOf(DamagedBackupException.class);
      return Tool.run("aegis-restore", file.toString(), "--check").text();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("damaged.backup"), content);
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
