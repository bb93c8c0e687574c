package io.aegispcap.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The embedded server's password, made once, in a file that its owner alone can read.
///
/// @param file holds the password and nothing else
record DatabasePassword(Path file) {
  private static final int BYTES = 32;

  /// The one made before.
  static DatabasePassword in(Path folder) {
    return new DatabasePassword(folder.resolve("password"));
  }

  /// The one made before, or a new one.
  static DatabasePassword makeIn(Path folder, SecureRandom random) throws IOException {
    Path file = in(folder).file();
    if (!Files.exists(file)) {
      byte[] secret = new byte[BYTES];
      random.nextBytes(secret);
      Path unfinished = folder.resolve("password-unfinished");
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return new DatabasePassword(file);
  }

  String read() throws IOException {
    return Files.readString(file);
  }
}
