package io.aegispcap.extension.trust;

import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.PackageSignature;
import io.aegispcap.extension.pack.PackageWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Signs packages.
public final class PackageSigner {
  private PackageSigner() {}

  /// Writes a package with its author's signature; one that was there is replaced.
  ///
  /// @param target may be the package's own file
  /// @throws InvalidPackageException when it is no package
  /// @throws IOException when one can't be read, or the other not be written
  public static void sign(Path packageFile, AuthorKey key, Path target)
      throws IOException, InvalidPackageException {
    ExtensionPackage extension = ExtensionPackage.open(packageFile);
    Map<String, byte[]> files = new TreeMap<>();
    extension.digests().keySet().forEach(path -> files.put(path, extension.content(path)));
    String signature = HexFormat.of().formatHex(key.sign(Statement.of(extension)));
    files.put(PackageSignature.FILE, new PackageSignature(key.publicKey(), signature).json());
    PackageWriter.write(files, target);
  }
}
