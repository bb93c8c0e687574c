package io.aegispcap.platform;

import io.aegispcap.testkit.golden.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Modules depend on each other as their packages say, and the diagram of them is up to date.
@Tag("architecture")
class ModularityTests {
  private final ApplicationModules modules = ApplicationModules.of(Platform.class);

  @Test
  void modulesUseOnlyWhatTheySayTheyDo() {
    modules.verify();
  }

  @Test
  void diagramShowsTheModulesAsTheyAre() {
    Path generated = Path.of(System.getProperty("aegis.root"), "docs", "generated");
    new Golden(generated).check("modules.md", new ModuleDiagram(modules).toString());
  }
}
