package io.aegispcap.extension.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTrustStoreTests {
  private static final String KEY = "ab".repeat(32);
  @TempDir private Path folder;

  @Test
  void remembers() throws IOException {
    Path file = folder.resolve("trust.json");
    FileTrustStore store = FileTrustStore.open(file);
    assertThat(store.pinned("acme")).isEmpty();
    store.pin("acme", KEY);
    store.revoke("cd".repeat(32));
    store.installed("acme/a", "1.10.0");
    store.installed("acme/a", "1.9.0");

    FileTrustStore again = FileTrustStore.open(file);

    assertThat(again.pinned("acme")).contains(KEY);
    assertThat(again.revoked("cd".repeat(32))).isTrue();
    assertThat(again.revoked(KEY)).isFalse();
    assertThat(again.newest("acme/a")).contains("1.10.0");
    assertThat(again.newest("acme/b")).isEmpty();
  }

  @Test
  void losesNothingWhenSeveralWrite() throws Exception {
    Path file = folder.resolve("trust.json");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> writers =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(n -> threads.submit(() -> write(file, n)))
              .toList();
      for (Future<?> writer : writers) {
        writer.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }

    FileTrustStore store = FileTrustStore.open(file);
    for (int n = 0; n < 4; n++) {
      for (int i = 0; i < 5; i++) {
        assertThat(store.newest("acme/p" + n + "-" + i)).contains("1.0.0");
      }
    }
  }

  private static Object write(Path file, int n) throws IOException {
    FileTrustStore store = FileTrustStore.open(file);
    for (int i = 0; i < 5; i++) {
      store.installed("acme/p" + n + "-" + i, "1.0.0");
    }
    return store;
  }

  @Test
  void refusesDamagedFilesAndLeavesThemAsTheyAre() throws IOException {
    Path file = folder.resolve("trust.json");
    for (String damaged :
        List.of(
            "",
            "{\"pinned\":",
            "null",
            "{\"revoked\":[\"%s\"],\"revoked\":[]}".formatted(KEY),
            "{\"pined\":{}}",
            "{\"pinned\":{\"acme\":\"none\"}}",
            "{\"newest\":{\"acme/a\":\"new\"}}")) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> FileTrustStore.open(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is no trust store, and is left as it is");
      assertThat(file).hasContent(damaged);
    }
  }

  @Test
  void refusesKeysThatAreNone() throws IOException {
    FileTrustStore store = FileTrustStore.open(folder.resolve("trust.json"));

    assertThatThrownBy(() -> store.pin("acme", "AB".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
