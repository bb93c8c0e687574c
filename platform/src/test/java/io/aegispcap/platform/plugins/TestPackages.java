package io.aegispcap.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.extension.pack.InvalidPackageException;
import io.aegispcap.extension.pack.PackageWriter;
import io.aegispcap.extension.trust.AuthorKey;
import io.aegispcap.extension.trust.PackageSigner;
import io.aegispcap.plugin.Plugin;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Compiles detectors and packs them.
final class TestPackages {
  private final Path folder;
  private int count;

  TestPackages(Path folder) {
    this.folder = folder;
  }

  /// A detector whose `process` holds these statements; `flow` is the first of the batch.
  Path detector(String namespace, String version, String statements) throws IOException {
    return packed(
        """
        package trial;
        import io.aegispcap.plugin.*;
        public final class Trial implements Detector {
          @Override public PluginMetadata getMetadata() {
            return new PluginMetadata("%s/trial", "%s", PluginKind.DETECTOR);
          }
          @Override public void process(FlowBatch flows, Findings findings) {
            Flow flow = flows.flows().getFirst();
            %s
          }
        }
        """
            .formatted(namespace, version, statements),
        manifest(namespace, version));
  }

  /// A package of one class, that is compiled with what is in others.
  ///
  /// @param source of a class `Trial`
  /// @param others folders of classes that it needs
  Path packed(String source, String manifest, Path... others) throws IOException {
    Path work = Files.createDirectory(folder.resolve("work" + ++count));
    Path classes = Files.createDirectory(work.resolve("classes"));
    compile(Files.writeString(work.resolve("Trial.java"), source), classes, others);
    Map<String, byte[]> files = new TreeMap<>();
    files.put("aegis-plugin.json", bytes(manifest));
    files.put("LICENSE", bytes("Apache-2.0"));
    files.put("README.md", bytes("# Trial"));
    try (Stream<Path> compiled = Files.walk(classes)) {
      for (Path file : compiled.filter(Files::isRegularFile).toList()) {
        files.put("code/" + classes.relativize(file), Files.readAllBytes(file));
      }
    }
    Path target = work.resolve("trial.aegisx");
    PackageWriter.write(files, target);
    return target;
  }

  /// Where the classes of a package were compiled to.
  static Path classes(Path packed) {
    return packed.resolveSibling("classes");
  }

  Path signed(Path file, AuthorKey key) throws IOException, InvalidPackageException {
    PackageSigner.sign(file, key, file);
    return file;
  }

  private static void compile(Path source, Path classes, Path... others) throws IOException {
    StringBuilder path = new StringBuilder(api().toString());
    for (Path other : others) {
      path.append(File.pathSeparator).append(other);
    }
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                out,
                out,
                "-proc:none",
                "-cp",
                path.toString(),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(result).as(said::toString).isZero();
  }

  private static Path api() {
    try {
      return Path.of(Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String manifest(String namespace, String version) {
    return """
        {
          "id": "%s/trial", "version": "%s", "kind": "detector", "name": "Trial <script>alert(1)</script>",
          "description": "For tests.", "entryPoint": "trial.Trial", "api": ">=0.1.0-0 <1.0.0",
          "license": "Apache-2.0", "capabilities": ["read:flows", "read:addresses", "write:findings"],
          "rules": [{"id": "seen", "name": "Seen", "formula": "any flow", "source": "test", "technique": "T1046",
            "techniqueName": "Network Service Discovery", "tactic": "Discovery", "benign": "All of it.", "next": "Nothing."}],
          "settings": [{"name": "least", "type": "integer", "default": 3, "title": "Least"}]
        }
        """
        .formatted(namespace, version);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
