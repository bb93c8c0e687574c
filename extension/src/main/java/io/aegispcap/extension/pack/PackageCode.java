package io.aegispcap.extension.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The class files of a package, and of the host that it would run on, with what follows from their
/// hierarchy. As in the plugin's process, the host's come first.
final class PackageCode {
  static final String FOLDER = "code/";

  private static final String SUFFIX = ".class";

  private final Map<String, ClassFacts> own = new TreeMap<>();
  private final Map<String, ClassFacts> byName = new HashMap<>();
  private final Map<String, String> unreadable = new TreeMap<>();
  private final HostClasses host = new HostClasses();

  private PackageCode() {}

  static PackageCode of(ExtensionPackage extension) {
    PackageCode code = new PackageCode();
    for (String path : extension.paths()) {
      if (path.startsWith(FOLDER) && path.endsWith(SUFFIX)) {
        code.add(path, extension.content(path));
      }
    }
    return code;
  }

  private void add(String path, byte[] content) {
    try {
      ClassFacts facts = ClassFileReader.read(path, content);
      own.put(path, facts);
      if (path.equals(path(facts.name()))) {
        byName.put(facts.name(), facts);
      }
    } catch (InvalidPackageException e) {
      unreadable.put(path, e.getMessage());
    }
  }

  static String path(String name) {
    return FOLDER + name + SUFFIX;
  }

  /// All classes of the package.
  Collection<ClassFacts> own() {
    return own.values();
  }

  /// Files that are named as classes are, and are none: why, by path.
  Map<String, String> unreadable() {
    return unreadable;
  }

  Optional<ClassFacts> ownClass(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// A class of package or host.
  Optional<ClassFacts> find(String name) {
    return host.find(name).or(() -> ownClass(name));
  }

  /// A class and its superclasses, as far as they are known.
  List<ClassFacts> chain(ClassFacts first) {
    List<ClassFacts> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<ClassFacts> next = Optional.of(first);
    while (next.isPresent() && seen.add(next.get().name())) {
      chain.add(next.get());
      next = find(next.get().superclass());
    }
    return chain;
  }

  /// All interfaces of a class, those of its superclasses and superinterfaces among them.
  Set<String> interfaces(ClassFacts first) {
    Set<String> seen = new HashSet<>();
    List<ClassFacts> open = new ArrayList<>(chain(first));
    while (!open.isEmpty()) {
      for (String name : open.removeLast().interfaces()) {
        if (seen.add(name)) {
          find(name).ifPresent(open::add);
        }
      }
    }
    return seen;
  }

  /// Superclasses and interfaces of a class that stand in neither package nor host.
  Set<String> unknown(ClassFacts first) {
    Set<String> missing = new HashSet<>(interfaces(first));
    chain(first).forEach(facts -> missing.add(facts.superclass()));
    missing.removeIf(name -> name.isEmpty() || find(name).isPresent());
    return missing;
  }

  /// Whether a field or method can be found from a class on; true also when part of its hierarchy
  /// is unknown.
  boolean resolves(ClassFacts.Reference reference) {
    Optional<ClassFacts> owner = find(reference.owner());
    if (owner.isEmpty() || !reference.isMethod()) {
      return owner.isPresent();
    }
    List<ClassFacts> places = new ArrayList<>(chain(owner.get()));
    interfaces(owner.get()).forEach(name -> find(name).ifPresent(places::add));
    find("java/lang/Object").ifPresent(places::add);
    return places.stream()
            .flatMap(facts -> facts.methods().stream())
            .anyMatch(
                method ->
                    method.name().equals(reference.name())
                        && method.descriptor().equals(reference.descriptor()))
        || !unknown(owner.get()).isEmpty();
  }
}
