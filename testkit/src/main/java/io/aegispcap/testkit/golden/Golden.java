package io.aegispcap.testkit.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares texts with files that hold what they should be. `-Dgolden.update` writes the files
/// anew, to be looked at and committed; a build server refuses that.
public final class Golden {
  private final Path folder;

  /// @param folder where the files are
  public Golden(Path folder) {
    this.folder = folder;
  }

  /// @throws AssertionError when the file is missing or holds something else
  public void check(String name, String actual) {
    Path file = folder.resolve(name);
    try {
      if (updating()) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
        return;
      }
      String expected = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      if (!expected.equals(actual)) {
        throw new AssertionError(difference(file, expected, actual));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean updating() {
    boolean wanted = System.getProperty("golden.update") != null;
    if (wanted && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("golden files are never updated in CI");
    }
    return wanted;
  }

  private static String difference(Path file, String expected, String actual) {
    String[] old = expected.split("\n", -1);
    String[] now = actual.split("\n", -1);
    int line = 0;
    while (line < old.length && line < now.length && old[line].equals(now[line])) {
      line++;
    }
    return file
        + " differs at line "
        + (line + 1)
        + ":\nexpected: "
        + (line < old.length ? old[line] : "the end")
        + "\nactual:   "
        + (line < now.length ? now[line] : "the end")
        + "\nIf the new text is right, run the test with -Dgolden.update and commit the file.";
  }
}
