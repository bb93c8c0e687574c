package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aegispcap.plugin.Plugin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Small packages, and what they are made of.
public final class SamplePackages {
  public static final String ID = "acme/beacon-plus";

  private SamplePackages() {}

  /// A manifest that is in order.
  public static String manifest(String id, String version) {
    return """
        {
          "id": "%s",
          "version": "%s",
          "kind": "detector",
          "name": "Beacon Plus",
          "description": "Finds beacons that change their pace.",
          "entryPoint": "com.acme.Beacon",
          "api": "^1.0",
          "license": "Apache-2.0",
          "capabilities": ["read:flows", "write:findings"],
          "rules": [{
            "id": "paced-beacon",
            "name": "Beacon that changes its pace",
            "formula": "median absolute deviation of gaps / median gap < 0.2 over 12 flows",
            "source": "RITA",
            "technique": "T1071.001",
            "techniqueName": "Web Protocols",
            "tactic": "Command and Control",
            "benign": "update checks",
            "next": "look at what the destination is"
          }]
        }
        """
        .formatted(id, version);
  }

  /// Files of a package that is in order.
  public static Map<String, byte[]> files(String id, String version) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(Manifest.FILE, manifest(id, version).getBytes(UTF_8));
    files.put("README.md", "# Beacon Plus\n".getBytes(UTF_8));
    files.put("LICENSE", "Apache License\n".getBytes(UTF_8));
    files.put("code/com/acme/Beacon.class", ClassFiles.detector("com.acme.Beacon"));
    return files;
  }

  public static Path write(Map<String, byte[]> files, Path target) {
    try {
      PackageWriter.write(files, target);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Opened from memory, under this name.
  public static ExtensionPackage opened(Map<String, byte[]> files) {
    try {
      return ExtensionPackage.of(Path.of("sample.aegisx"), PackageWriter.bytes(files));
    } catch (IOException | InvalidPackageException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What a compiler makes of a source with one class.
  static byte[] compiled(String name, String source) {
    try {
      Path folder = Files.createTempDirectory("compiled");
      Path file = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java");
      Path made = folder.resolve(name.replace('.', '/') + ".class");
      try {
        Files.writeString(file, source);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int result =
            ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                    out,
                    out,
                    "-proc:none",
                    "-nowarn",
                    "-cp",
                    Path.of(
                            Plugin.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString(),
                    "-d",
                    folder.toString(),
                    file.toString());
        if (result != 0) {
          throw new IllegalArgumentException(said + source);
        }
        return Files.readAllBytes(made);
      } finally {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
