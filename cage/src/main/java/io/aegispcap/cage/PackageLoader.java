package io.aegispcap.cage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.SecureClassLoader;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Loads classes from the folder `code` of packages, without unpacking them: the plugin's own comes
/// first, then those that it depends on. There are no native libraries.
final class PackageLoader extends SecureClassLoader {
  private static final String CODE = "code/";

  private final List<ZipFile> packages;

  PackageLoader(List<ZipFile> packages, ClassLoader parent) {
    super("plugin", parent);
    this.packages = List.copyOf(packages);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = content(name.replace('.', '/') + ".class");
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] bytes = content(name);
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  /// Resources have no addresses here; [#getResourceAsStream] reads them.
  @Override
  protected @Nullable URL findResource(String name) {
    return null;
  }

  private byte @Nullable [] content(String name) {
    try {
      for (ZipFile file : packages) {
        ZipEntry entry = file.getEntry(CODE + name);
        if (entry != null && !entry.isDirectory()) {
          try (InputStream in = file.getInputStream(entry)) {
            return in.readAllBytes();
          }
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
