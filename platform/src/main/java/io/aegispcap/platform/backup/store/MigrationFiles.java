package io.aegispcap.platform.backup.store;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Those of our migrations that a database had, so that Flyway makes that database again, however
/// many there are by now and in whatever order they came.
final class MigrationFiles implements ResourceProvider {
  private static final String ROOT = "db/migration/";

  private final List<LoadableResource> files;

  /// @param versions such as 202611280400
  MigrationFiles(Set<String> versions) {
    try {
      files =
          Stream.of(
                  new PathMatchingResourcePatternResolver()
                      .getResources("classpath*:" + ROOT + "**/V*.sql"))
              .filter(file -> versions.contains(version(file)))
              .<LoadableResource>map(File::new)
              .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String version(Resource file) {
    String name = String.valueOf(file.getFilename());
    return name.substring(1, name.indexOf("__"));
  }

  /// Flyway asks for scripts of its own by name; there are none.
  @Override
  @SuppressWarnings("NullAway") // Flyway's contract: null when there is none
  public LoadableResource getResource(String name) {
    return null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return files.stream()
        .filter(file -> file.getFilename().startsWith(prefix))
        .filter(file -> Stream.of(suffixes).anyMatch(file.getFilename()::endsWith))
        .toList();
  }

  private static final class File extends LoadableResource {
    private final Resource resource;

    File(Resource resource) {
      this.resource = resource;
    }

    @Override
    public Reader read() {
      try {
        return new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public String getAbsolutePath() {
      return ROOT + getRelativePath();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getAbsolutePath();
    }

    @Override
    public String getFilename() {
      return String.valueOf(resource.getFilename());
    }

    @Override
    public String getRelativePath() {
      try {
        String url = resource.getURL().toString();
        return url.substring(url.lastIndexOf(ROOT) + ROOT.length());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
