package io.aegispcap.extension.pack;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whether what it needs can be there: packages that it depends on, and classes that it names.
final class DependencyCheck implements PackageCheck {
  @Override
  public String name() {
    return "dependencies";
  }

  @Override
  public CheckResult check(CheckInput input) {
    Evidence evidence = new Evidence(name());
    Map<String, String> needed = new TreeMap<>(input.extension().manifest().dependencies());
    needed.forEach(
        (id, range) -> {
          if (!input.knownIds().contains(id)) {
            evidence.warn("needs %s %s, which is not known here".formatted(id, range));
          }
        });
    if (needed.isEmpty()) {
      missing(input.extension().code())
          .forEach(
              (name, user) ->
                  evidence.warn(
                      "%s names %s, which is neither in the package, nor in java.base, nor in the plugin API"
                          .formatted(user, name)));
    }
    return evidence.result(
        needed.isEmpty()
            ? "needs no other package, and names no class that is missing"
            : "needs " + needed);
  }

  /// Classes that are missing, with one that names them.
  private static Map<String, String> missing(PackageCode code) {
    Map<String, String> missing = new TreeMap<>();
    for (ClassFacts facts : code.own()) {
      Set<String> named = new TreeSet<>(facts.classes());
      named.removeIf(name -> code.find(name).isPresent());
      named.forEach(name -> missing.putIfAbsent(name.replace('/', '.'), facts.binaryName()));
    }
    return missing;
  }
}
