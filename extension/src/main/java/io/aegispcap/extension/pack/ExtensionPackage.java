package io.aegispcap.extension.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A package that was opened: its structure is safe, and its manifest makes sense. All of it was
/// read once, and is kept in memory: what happens to the file later does not change it.
public final class ExtensionPackage {
  private final Path file;
  private final String sha256;
  private final int length;
  private final SortedMap<String, byte[]> contents;
  private final Manifest manifest;
  private final @Nullable PackageSignature signature;
  private final SortedMap<String, String> digests;
  private volatile @Nullable PackageCode code;

  private ExtensionPackage(Path file, byte[] bytes) throws InvalidPackageException {
    this.file = file;
    sha256 = Digests.sha256(bytes);
    length = bytes.length;
    contents = StrictZip.read(bytes);
    byte[] json = contents.get(Manifest.FILE);
    if (json == null) {
      throw new InvalidPackageException(Manifest.FILE + " is missing");
    }
    manifest = ManifestReader.read(json);
    byte[] signed = contents.get(PackageSignature.FILE);
    signature = signed == null ? null : PackageSignature.read(signed);
    digests = digests(contents);
  }

  /// Reads a package.
  ///
  /// @throws IOException when the file can't be read
  /// @throws InvalidPackageException when it is no package, says where and why
  public static ExtensionPackage open(Path file) throws IOException, InvalidPackageException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(PackageLimits.FILE + 1);
      if (bytes.length > PackageLimits.FILE) {
        throw new InvalidPackageException(
            "the file is longer than " + PackageLimits.FILE + " bytes");
      }
      return new ExtensionPackage(file, bytes);
    }
  }

  static ExtensionPackage of(Path name, byte[] bytes) throws InvalidPackageException {
    return new ExtensionPackage(name, bytes);
  }

  /// Where it was read from.
  public Path file() {
    return file;
  }

  public Manifest manifest() {
    return manifest;
  }

  /// Of the whole file, 64 hex digits.
  public String sha256() {
    return sha256;
  }

  /// Bytes of the whole file.
  public int length() {
    return length;
  }

  /// Paths of all files in it, in order.
  public Set<String> paths() {
    return Collections.unmodifiableSet(contents.keySet());
  }

  /// SHA-256 of each file in it by path, as 64 hex digits; the signature's own file is left out.
  public SortedMap<String, String> digests() {
    return digests;
  }

  public boolean holds(String path) {
    return contents.containsKey(path);
  }

  /// Content of a file in it.
  ///
  /// @throws IllegalArgumentException when there is no such file
  public byte[] content(String path) {
    byte[] content = contents.get(path);
    if (content == null) {
      throw new IllegalArgumentException(file.getFileName() + " holds no " + path);
    }
    return content.clone();
  }

  /// What it says of its author; whether that is true is for `Trust` to find out.
  public Optional<PackageSignature> signature() {
    return Optional.ofNullable(signature);
  }

  /// Its class files; read when somebody asks for the first time.
  PackageCode code() {
    PackageCode read = code;
    if (read == null) {
      read = PackageCode.of(this);
      code = read;
    }
    return read;
  }

  private static SortedMap<String, String> digests(SortedMap<String, byte[]> contents) {
    SortedMap<String, String> digests = new TreeMap<>();
    contents.forEach((path, content) -> digests.put(path, Digests.sha256(content)));
    digests.remove(PackageSignature.FILE);
    return Collections.unmodifiableSortedMap(digests);
  }
}
