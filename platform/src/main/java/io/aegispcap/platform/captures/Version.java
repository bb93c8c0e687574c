package io.aegispcap.platform.captures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which version of AegisPCAP this is; the build says so.
public final class Version {

  private Version() {}

  public static String number() {
    try (InputStream stated = Captures.class.getResourceAsStream("version.properties")) {
      if (stated == null) {
        throw new IllegalStateException("version.properties is missing from the build");
      }
      Properties build = new Properties();
      build.load(stated);
      return build.getProperty("version", "unknown");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
