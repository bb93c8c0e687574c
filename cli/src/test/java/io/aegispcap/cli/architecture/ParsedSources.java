package io.aegispcap.cli.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Java files as syntax trees, straight from the JDK's own parser; nothing is resolved.
record ParsedSources(List<CompilationUnitTree> units, Trees trees) {

  ParsedSources {
    units = List.copyOf(units);
  }

  static ParsedSources of(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager disk =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  disk,
                  null,
                  List.of("-proc:none"),
                  null,
                  disk.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return new ParsedSources(units, Trees.instance(task));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
