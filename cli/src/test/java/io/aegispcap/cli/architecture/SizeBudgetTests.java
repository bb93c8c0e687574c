package io.aegispcap.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import io.aegispcap.cli.architecture.Budget.Sized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Files and methods stay short enough to be read at one go.
@Tag("architecture")
class SizeBudgetTests {

  private static final Budget FILES = new Budget("files", 80, 300, 500);
  private static final Budget METHODS = new Budget("methods", 5, 25, 60);

  private final Repository repository = Repository.here();

  @Test
  void keepsFilesShort() throws IOException {
    List<Sized> files = new ArrayList<>();
    for (Path file : repository.mainSources()) {
      files.add(new Sized(repository.name(file), Files.readAllLines(file).size()));
    }
    assertThat(FILES.brokenBy(files)).isEmpty();
  }

  @Test
  void keepsMethodsShort() {
    ParsedSources sources = ParsedSources.of(repository.mainSources());
    List<Sized> methods = new ArrayList<>();
    for (CompilationUnitTree unit : sources.units()) {
      new MethodLines(unit, sources.trees().getSourcePositions(), methods).scan(unit, null);
    }
    assertThat(METHODS.brokenBy(methods)).isEmpty();
  }

  @Test
  void namesTheLongestWhenABudgetBreaks() {
    Budget budget = new Budget("things", 2, 10, 20);
    assertThat(budget.brokenBy(List.of(new Sized("a", 1), new Sized("b", 2), new Sized("c", 10))))
        .isEmpty();
    assertThat(budget.brokenBy(List.of(new Sized("a", 1), new Sized("b", 21))))
        .first()
        .asString()
        .contains("longest 21 (budget 20)");
  }

  /// Collects every method that has a body, from its first line to its closing brace.
  private final class MethodLines extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Sized> found;

    MethodLines(CompilationUnitTree unit, SourcePositions positions, List<Sized> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method) - 1);
        String file = repository.name(Path.of(unit.getSourceFile().toUri()));
        found.add(new Sized(file + ":" + first + " " + method.getName(), (int) (last - first) + 1));
      }
      return super.visitMethod(method, null);
    }
  }
}
