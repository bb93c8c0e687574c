package io.aegispcap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints; the number comes from the build.
public final class AegisVersion implements IVersionProvider {

  /// The product's version as SemVer 2.0, for example `0.1.0`.
  public static String number() {
    try (InputStream in = AegisVersion.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is missing from the build");
      }
      Properties build = new Properties();
      build.load(in);
      return build.getProperty("version", "unknown");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "aegis " + number(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
