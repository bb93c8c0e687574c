package io.aegispcap.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the compiler does not see of how our code reads.
@Tag("architecture")
class StyleTests {

  /// Where a process, job, request or sandbox ends, and anything may be caught.
  private static final Set<String> BOUNDARIES =
      Set.of(
          "/cli/src/main/java/io/aegispcap/cli/Aegis.java",
          // Whatever a plugin throws; whatever a method handle declares.
          "/cage/src/main/java/io/aegispcap/cage/Cage.java",
          "/cage/src/main/java/io/aegispcap/cage/kernel/NativeCalls.java",
          "/platform/src/main/java/io/aegispcap/platform/Serve.java",
          // Libraries judge what a request holds, by exceptions of many kinds.
          "/platform/src/main/java/io/aegispcap/platform/accounts/passkey/PasskeyCeremonies.java",
          // Where jobs end, and whoever watches them.
          "/platform/src/main/java/io/aegispcap/platform/jobs/queue/Attempt.java",
          "/platform/src/main/java/io/aegispcap/platform/jobs/queue/JobWatches.java",
          "/platform/src/main/java/io/aegispcap/platform/jobs/queue/Loop.java");

  private static final Pattern CATCHES_ALL =
      Pattern.compile("\\b(Exception|RuntimeException|Throwable|Error)\\b(?!\\.)");
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TODO|FIXME|XXX)\\b|not (yet )?implemented");
  private static final Pattern NAME_SAYS_NOTHING =
      Pattern.compile("(Utils?|Helpers?|Manager|Impl)\\.java$");

  private final Repository repository = Repository.here();

  @Test
  void catchesEverythingOnlyAtBoundaries() {
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : ParsedSources.of(repository.mainSources()).units()) {
      String file = repository.name(Path.of(unit.getSourceFile().toUri()));
      if (!BOUNDARIES.contains(file)) {
        new CatchAlls(file, found).scan(unit, null);
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void putsAPlateOnEveryPackage() throws IOException {
    Set<String> bare = new TreeSet<>();
    for (Path file : repository.mainSources()) {
      Path plate = file.resolveSibling("package-info.java");
      boolean example = repository.name(file).startsWith("/examples/"); // needs no JSpecify
      if (!example && (!Files.exists(plate) || !Files.readString(plate).contains("@NullMarked"))) {
        bare.add(repository.name(plate));
      }
    }
    assertThat(bare).isEmpty();
  }

  @Test
  void leavesNothingUnfinished() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : repository.mainSources()) {
      if (UNFINISHED.matcher(Files.readString(file)).find()) {
        found.add(repository.name(file));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void namesTheRole() {
    assertThat(repository.mainSources())
        .map(repository::name)
        .filteredOn(name -> !name.endsWith("/PluginManager.java")) // the plan's own name
        .noneMatch(name -> NAME_SAYS_NOTHING.matcher(name).find());
  }

  private static final class CatchAlls extends TreeScanner<Void, Void> {

    private final String file;
    private final List<String> found;

    CatchAlls(String file, List<String> found) {
      this.file = file;
      this.found = found;
    }

    @Override
    public Void visitCatch(CatchTree caught, Void nothing) {
      String type = caught.getParameter().getType().toString();
      if (CATCHES_ALL.matcher(type).find() && !throwsItOn(caught)) {
        found.add(file + " catches " + type);
      }
      return super.visitCatch(caught, null);
    }

    /// Having tidied up, it lets the fault go where it would have gone.
    private static boolean throwsItOn(CatchTree caught) {
      var statements = caught.getBlock().getStatements();
      return !statements.isEmpty()
          && statements.getLast() instanceof ThrowTree thrown
          && thrown.getExpression().toString().contentEquals(caught.getParameter().getName());
    }
  }
}
