package io.aegispcap.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aegispcap.extension.pack.ExtensionPackage;
import io.aegispcap.extension.pack.PackageWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenPackagesTests {
  @TempDir private Path folder;

  @Test
  void startsAPluginWithWhatItNeedsDirectlyOrNot() throws IOException {
    Path top = made("top/one", "1.0.0", "\"middle/two\": \"^1.0.0\"");
    Path middle = made("middle/two", "1.4.0", "\"base/three\": \">=2.0.0\"");
    Path base = made("base/three", "2.0.1", "");
    Path other = made("other/four", "1.0.0", "");
    GivenPackages given = GivenPackages.open(List.of(other, base, middle, top));
    assertThat(given.files(of(given, "top/one"))).containsExactly(top, middle, base);
    assertThat(given.files(of(given, "base/three"))).containsExactly(base);
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Path top = made("top/one", "1.0.0", "\"middle/two\": \"^1.0.0\"");
    GivenPackages alone = GivenPackages.open(List.of(top));
    assertThatThrownBy(() -> alone.files(of(alone, "top/one")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "top/one needs middle/two ^1.0.0, which was not given: give such a package too");
    GivenPackages older = GivenPackages.open(List.of(top, made("middle/two", "2.0.0", "")));
    assertThatThrownBy(() -> older.files(of(older, "top/one")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("and what was given is 2.0.0");
  }

  @Test
  void refusesTwoPackagesOfOneName() throws IOException {
    Path one = made("top/one", "1.0.0", "");
    Path two = made("top/one", "1.1.0", "");
    assertThatThrownBy(() -> GivenPackages.open(List.of(one, two)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("give one of them");
  }

  private static ExtensionPackage of(GivenPackages given, String id) {
    return given.all().stream()
        .filter(it -> it.manifest().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Path made(String id, String version, String dependencies) throws IOException {
    String manifest =
        """
        {"id": "%s", "version": "%s", "kind": "detector", "name": "Trial",
         "description": "For tests.", "entryPoint": "trial.Trial", "api": ">=0.1.0-0 <1.0.0",
         "license": "Apache-2.0", "capabilities": ["read:flows"], "dependencies": {%s}}
        """
            .formatted(id, version, dependencies);
    Map<String, byte[]> files = new TreeMap<>();
    files.put("aegis-plugin.json", manifest.getBytes(StandardCharsets.UTF_8));
    Path target = folder.resolve(id.replace('/', '-') + "-" + version + ".aegisx");
    PackageWriter.write(files, target);
    return target;
  }
}
