package io.aegispcap.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

  @TempDir private Path folder;

  @Test
  void isForItsOwnerAlone() throws IOException {
    try (DataDirectory directory = DataDirectory.open(folder.resolve("new"))) {
      assertThat(Files.getPosixFilePermissions(directory.root())).hasSize(3);
      assertThat(Files.getPosixFilePermissions(directory.folder("blobs"))).hasSize(3);
    }
  }

  @Test
  void refusesASecondInstanceAndNamesTheFirst() throws IOException {
    try (DataDirectory first = DataDirectory.open(folder)) {
      assertThatThrownBy(() -> DataDirectory.open(folder))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining(first.root() + " is in use by another AegisPCAP")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    DataDirectory.open(folder).close();
  }

  @Test
  void saysWhyAFolderCannotBeUsed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining(file.toString());
  }
}
