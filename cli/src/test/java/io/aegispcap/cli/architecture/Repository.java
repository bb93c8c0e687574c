package io.aegispcap.cli.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The working tree that these tests judge.
final class Repository {

  private static final Set<String> NOT_OURS =
      Set.of(".git", ".aegis", "target", "node_modules", ".idea", ".vscode");

  private final Path root;

  private Repository(Path root) {
    this.root = root;
  }

  /// The tree that holds the working directory, recognised by its `.mvn` folder.
  static Repository here() {
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(Optional.of(start), at -> at.map(Path::getParent))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
        .findFirst()
        .map(Repository::new)
        .orElseThrow(() -> new IllegalStateException("no repository around " + start));
  }

  Path root() {
    return root;
  }

  /// The Java files under `src/main` of all modules, without `package-info` and `module-info`.
  List<Path> mainSources() {
    return files().stream()
        .filter(file -> name(file).contains("/src/main/java/") && name(file).endsWith(".java"))
        .filter(file -> !file.getFileName().toString().contains("-info."))
        .toList();
  }

  /// Every file that is ours; folders that tools fill are left out.
  List<Path> files() {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(file -> isOurs(root.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The path as people write it: from the root, with slashes, a leading one too.
  String name(Path file) {
    return "/" + root.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isOurs(Path relative) {
    for (Path part : relative) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
