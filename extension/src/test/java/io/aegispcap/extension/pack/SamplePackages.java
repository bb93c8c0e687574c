package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

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
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (Output output = new Output(compiler.getStandardFileManager(null, null, UTF_8))) {
      boolean compiles =
          compiler
              .getTask(
                  said,
                  output,
                  null,
                  List.of("-proc:none", "-nowarn"),
                  null,
                  List.of(new Source(name, source)))
              .call();
      if (!compiles) {
        throw new IllegalArgumentException(said + source);
      }
      return output.classes.get(name).toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

    Output(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/')), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classes.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
