package io.aegispcap.extension.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Compiles plugins from source, and puts them into packages as far as a sandbox needs them.
final class PluginSources {
  private final Path folder;
  private int count;

  PluginSources(Path folder) {
    this.folder = folder;
  }

  /// A package whose only class is `evil.Trial`, a detector with these members.
  Path detector(String members) {
    return compiled(
        """
        package evil;
        import io.aegispcap.plugin.*;
        import java.util.*;
        public final class Trial implements Detector {
          @Override public PluginMetadata getMetadata() {
            return new PluginMetadata("test/trial", "1.0.0", PluginKind.DETECTOR);
          }
          static Finding finding(Flow flow, String sentence) {
            return Finding.of("rule", flow.source()).sentence(sentence).proof(flow).build();
          }
          %s
        }
        """
            .formatted(members));
  }

  Path compiled(String source) {
    try {
      Path classes = Files.createDirectory(folder.resolve("classes" + ++count));
      compile(source, classes);
      return zipped(classes, folder.resolve("plugin" + count + ".aegisx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(String source, Path classes) throws IOException {
    Path file = Files.createDirectories(folder.resolve("source" + count)).resolve("Trial.java");
    Files.writeString(file, source);
    Path api = CageRuntime.ofThisProgram().modules().getLast();
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                out,
                out,
                "-cp",
                api.toString(),
                "-d",
                classes.toString(),
                "-proc:none",
                "-nowarn",
                file.toString());
    if (result != 0) {
      throw new IllegalArgumentException(said + "\n" + source);
    }
  }

  private static Path zipped(Path classes, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry("code/" + classes.relativize(file)));
        Files.copy(file, zip);
      }
    }
    return target;
  }
}
