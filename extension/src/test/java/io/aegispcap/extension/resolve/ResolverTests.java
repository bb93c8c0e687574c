package io.aegispcap.extension.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P6")
@Tag("property")
class ResolverTests {
  private static final String HOST = "1.2.0";

  private final Map<String, List<Release>> universe = new HashMap<>();

  private void release(String id, String version, String... dependencies) {
    release(id, version, "^1.0", dependencies);
  }

  private void releaseFor(String api, String id, String version) {
    release(id, version, api, new String[0]);
  }

  private void release(String id, String version, String api, String[] dependencies) {
    Map<String, String> ranges = new HashMap<>();
    for (int i = 0; i < dependencies.length; i += 2) {
      ranges.put(dependencies[i], dependencies[i + 1]);
    }
    universe.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Release(version, api, ranges));
  }

  private Resolution resolve(String... wanted) {
    Map<String, String> ranges = new HashMap<>();
    for (int i = 0; i < wanted.length; i += 2) {
      ranges.put(wanted[i], wanted[i + 1]);
    }
    return Resolver.resolve(ranges, id -> universe.getOrDefault(id, List.of()), HOST);
  }

  private String explanation(String... wanted) {
    return ((Resolution.Conflict) resolve(wanted)).explanation();
  }

  @Test
  void takesTheNewestThatGoesTogether() {
    release("a/beacon", "1.4.0", "a/tls", "^2.0");
    release("a/beacon", "2.0.0", "a/tls", "^1.0");
    release("a/ja4", "3.1.0", "a/tls", "^2.0");
    release("a/tls", "1.0.0");
    release("a/tls", "2.0.0");
    release("a/tls", "2.1.0");

    assertThat(resolve("a/beacon", "*", "a/ja4", "*"))
        .isEqualTo(
            new Resolution.Solved(Map.of("a/beacon", "1.4.0", "a/ja4", "3.1.0", "a/tls", "2.1.0")));
    assertThat(resolve("a/beacon", "*"))
        .isEqualTo(new Resolution.Solved(Map.of("a/beacon", "2.0.0", "a/tls", "1.0.0")));
  }

  @Test
  void explainsWhatDoesNotGoTogetherAndWhatToDo() {
    release("a/beacon", "1.4.0", "a/tls", "^2.0");
    release("a/beacon", "2.0.0", "a/tls", "1.x");
    release("a/ja4", "3.1.0", "a/tls", "2.x");
    release("a/tls", "1.0.0");
    release("a/tls", "2.0.0");

    assertThat(explanation("a/beacon", "^2.0", "a/ja4", "*"))
        .isEqualTo(
            "You want a/beacon ^2.0 and a/ja4. a/beacon 2.0.0 needs a/tls 1.x, but a/ja4 3.1.0"
                + " needs a/tls 2.x. Remove a/beacon, remove a/ja4 or take a/beacon 1.4.0.");
  }

  @Test
  void explainsWhatCannotBeHad() {
    release("a/beacon", "1.0.0", "a/gone", "^1");
    releaseFor("^2.0", "a/future", "3.0.0");

    assertThat(explanation("a/none", "^1"))
        .isEqualTo("You want a/none ^1. There is no package a/none.");
    assertThat(explanation("a/beacon", "^2"))
        .isEqualTo("You want a/beacon ^2. Of a/beacon there is 1.0.0.");
    assertThat(explanation("a/beacon", "*"))
        .isEqualTo(
            "You want a/beacon. a/beacon 1.0.0 needs a/gone ^1. There is no package a/gone.");
    assertThat(explanation("a/future", "*"))
        .isEqualTo(
            "You want a/future. a/future 3.0.0 needs plugin API ^2.0 (this host has 1.2.0).");
  }

  @Test
  void takesVersionsBeforeAReleaseOnlyWhenTheyAreNamed() {
    release("a/beacon", "1.0.0");
    release("a/beacon", "2.0.0-beta.1");

    assertThat(resolve("a/beacon", "*"))
        .isEqualTo(new Resolution.Solved(Map.of("a/beacon", "1.0.0")));
    assertThat(resolve("a/beacon", ">=2.0.0-beta"))
        .isEqualTo(new Resolution.Solved(Map.of("a/beacon", "2.0.0-beta.1")));
  }

  @Test
  void copesWithCircles() {
    release("a/one", "1.0.0", "a/two", "^1");
    release("a/two", "1.0.0", "a/one", "^1");
    release("a/self", "1.0.0", "a/self", "^2");

    assertThat(resolve("a/one", "*"))
        .isEqualTo(new Resolution.Solved(Map.of("a/one", "1.0.0", "a/two", "1.0.0")));
    assertThat(resolve("a/self", "*")).isInstanceOf(Resolution.Conflict.class);
  }

  @Test
  void refusesRangesThatAreNone() {
    assertThatThrownBy(() -> resolve("a/a", "newest")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Release("1", "*", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Release("1.0.0", "*", Map.of("a/b", "??")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotTryAgainWhatItLearned() {
    // 40 packages of 20 versions each; only the oldest of the last agrees with the first.
    for (int p = 0; p < 40; p++) {
      for (int v = 0; v < 20; v++) {
        if (p < 39) {
          release("a/p" + p, "1." + v + ".0", "a/p" + (p + 1), "^1.0");
        } else {
          release("a/p" + p, "1." + v + ".0", "a/last", v == 0 ? "^1.0" : "^2.0");
        }
      }
    }
    release("a/last", "1.0.0");
    release("a/last", "2.0.0");

    assertThat(resolve("a/p0", "*", "a/zlast", "*")).isInstanceOf(Resolution.Conflict.class);
    release("a/zlast", "1.0.0", "a/last", "^1.0");
    assertThat(resolve("a/p0", "*", "a/zlast", "*"))
        .isInstanceOfSatisfying(
            Resolution.Solved.class,
            solved -> assertThat(solved.versions()).containsEntry("a/p39", "1.0.0").hasSize(42));
  }

  /// Ten packages want a place each, and there are nine: no search is known that is not slow here.
  @Test
  void saysWhenThereIsTooMuchToTry() {
    List<String> wanted = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      for (int place = 0; place < 9; place++) {
        release("a/p" + number, "1." + place + ".0", "a/place" + place, "1." + number + ".0");
        release("a/place" + place, "1." + number + ".0");
      }
      wanted.addAll(List.of("a/p" + number, "*"));
    }

    assertThat(resolve(wanted.toArray(String[]::new))).isInstanceOf(Resolution.Undecided.class);
  }

  /// A small universe, from a seed.
  private record Universe(Map<String, String> wanted, Map<String, List<Release>> releases) {
    static Universe of(long seed) {
      Random random = new Random(seed);
      int packages = 2 + random.nextInt(4);
      Map<String, List<Release>> releases = new TreeMap<>();
      for (int p = 0; p < packages; p++) {
        List<Release> list = new ArrayList<>();
        int count = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3);
        for (int v = 1; v <= count; v++) {
          Map<String, String> needs = new TreeMap<>();
          for (int d = 0; d < packages; d++) {
            if (d != p && random.nextInt(3) == 0) {
              needs.put("u/p" + d, range(random));
            }
          }
          list.add(
              new Release(
                  v + "." + random.nextInt(2) + ".0", random.nextInt(8) == 0 ? "^2" : "^1", needs));
        }
        releases.put("u/p" + p, list);
      }
      Map<String, String> wanted = new TreeMap<>();
      for (int w = 0; w <= random.nextInt(3); w++) {
        wanted.put("u/p" + random.nextInt(packages), range(random));
      }
      return new Universe(wanted, releases);
    }

    private static String range(Random random) {
      String[] ranges = {"*", "^1", "^2", "^3", ">=2", "<3", "<2 || >=3", "1.1.0", "~2.1"};
      return ranges[random.nextInt(ranges.length)];
    }

    Resolution resolved() {
      return Resolver.resolve(wanted, id -> releases.getOrDefault(id, List.of()), HOST);
    }

    /// Whether any choice, of a version or none for each package, agrees with those facts for which
    /// it holds.
    boolean solvable(Predicate<Fact> holds) {
      return choices(new LinkedHashMap<>(), List.copyOf(releases.keySet()), holds);
    }

    private boolean choices(Map<String, Release> chosen, List<String> rest, Predicate<Fact> holds) {
      if (rest.isEmpty()) {
        return agrees(chosen, holds);
      }
      List<String> less = rest.subList(1, rest.size());
      if (choices(chosen, less, holds)) {
        return true;
      }
      for (Release release : releases.get(rest.getFirst())) {
        chosen.put(rest.getFirst(), release);
        if (choices(chosen, less, holds)) {
          return true;
        }
        chosen.remove(rest.getFirst());
      }
      return false;
    }

    boolean agrees(Map<String, Release> chosen, Predicate<Fact> holds) {
      for (Map.Entry<String, String> wish : wanted.entrySet()) {
        if (holds.test(new Fact.Wanted(wish.getKey(), wish.getValue()))
            && !within(chosen.get(wish.getKey()), wish.getValue())) {
          return false;
        }
      }
      for (Map.Entry<String, Release> each : chosen.entrySet()) {
        String version = each.getValue().version();
        Fact host = new Fact.NeedsHost(each.getKey(), version, each.getValue().api(), HOST);
        if (holds.test(host) && !VersionRange.required(each.getValue().api()).admitsHost(HOST)) {
          return false;
        }
        for (Map.Entry<String, String> need : each.getValue().dependencies().entrySet()) {
          Fact fact = new Fact.Needs(each.getKey(), version, need.getKey(), need.getValue());
          if (holds.test(fact) && !within(chosen.get(need.getKey()), need.getValue())) {
            return false;
          }
        }
      }
      return true;
    }

    private static boolean within(Release release, String range) {
      return release != null && VersionRange.required(range).admits(release.version());
    }

    Map<String, Release> chosen(Map<String, String> versions) {
      Map<String, Release> chosen = new TreeMap<>();
      versions.forEach(
          (id, version) ->
              chosen.put(
                  id,
                  releases.get(id).stream()
                      .filter(release -> release.version().equals(version))
                      .findFirst()
                      .orElseThrow()));
      return chosen;
    }
  }

  @Test
  void findsASolutionWhereThereIsOneAndATrueConflictWhereThereIsNone() {
    int[] seen = new int[2];
    qt().withExamples(2000)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Universe universe = Universe.of(seed);
              switch (universe.resolved()) {
                case Resolution.Solved(Map<String, String> versions) -> {
                  seen[0]++;
                  assertThat(universe.agrees(universe.chosen(versions), _ -> true)).isTrue();
                }
                case Resolution.Conflict(String explanation, List<Fact> facts) -> {
                  seen[1]++;
                  isTrueAndMinimal(universe, explanation, facts);
                }
                case Resolution.Undecided(String why) -> throw new AssertionError(why);
              }
            });
    assertThat(seen[0]).isGreaterThan(250);
    assertThat(seen[1]).isGreaterThan(250);
  }

  private static void isTrueAndMinimal(Universe universe, String explanation, List<Fact> facts) {
    assertThat(universe.solvable(_ -> true)).isFalse();
    Set<Fact> all = new HashSet<>(facts);
    assertThat(universe.solvable(all::contains)).as("%s", facts).isFalse();
    for (Fact fact : facts) {
      Set<Fact> fewer = new HashSet<>(all);
      fewer.remove(fact);
      assertThat(universe.solvable(fewer::contains)).as("%s without %s", facts, fact).isTrue();
      Optional<String> id =
          switch (fact) {
            case Fact.Wanted(String wanted, _) -> Optional.of(wanted);
            case Fact.Needs(_, _, String dependency, _) -> Optional.of(dependency);
            case Fact.NeedsHost(String needing, _, _, _) -> Optional.of(needing);
          };
      assertThat(explanation).contains(id.orElseThrow());
    }
  }

  @Test
  void takesTheNewestOfTheFirstWishWithWhichThereIsASolution() {
    qt().withExamples(2000)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Universe universe = Universe.of(seed);
              if (universe.resolved() instanceof Resolution.Solved(Map<String, String> versions)) {
                String first = universe.wanted().keySet().iterator().next();
                for (Release release : universe.releases().get(first)) {
                  if (VersionRange.compare(release.version(), versions.get(first)) > 0) {
                    assertThat(solvableWith(universe, first, release)).isFalse();
                  }
                }
              }
            });
  }

  private static boolean solvableWith(Universe universe, String id, Release only) {
    Map<String, List<Release>> releases = new TreeMap<>(universe.releases());
    releases.put(id, List.of(only));
    return new Universe(universe.wanted(), releases).solvable(_ -> true);
  }
}
