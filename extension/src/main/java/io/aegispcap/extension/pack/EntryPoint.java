package io.aegispcap.extension.pack;

import static java.lang.classfile.ClassFile.ACC_ABSTRACT;
import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_INTERFACE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;

import io.aegispcap.plugin.PluginKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The class that a manifest names: whether the host can make an object of it, and call each method
/// of its kind's interface.
final class EntryPoint {
  private static final String NO_PARAMETERS = "()V";
  private static final String PLUGIN = HostClasses.API + "Plugin";

  private final Manifest manifest;
  private final PackageCode code;
  private final Evidence evidence;
  private final String type;

  EntryPoint(Manifest manifest, PackageCode code, Evidence evidence) {
    this.manifest = manifest;
    this.code = code;
    this.evidence = evidence;
    type = interfaceOf(manifest.kind());
  }

  void check() {
    String name = manifest.entryPoint().replace('.', '/');
    Optional<ClassFacts> entry = code.ownClass(name);
    if (code.unreadable().containsKey(PackageCode.path(name))) {
      return;
    }
    if (entry.isEmpty()) {
      evidence.fail(
          "class %s is missing: there is no %s%s"
              .formatted(manifest.entryPoint(), PackageCode.path(name), candidates()));
      return;
    }
    modifiers(entry.get());
    kind(entry.get());
    constructor(entry.get());
    hierarchy(entry.get());
    for (ClassFacts declaring : List.of(api(type), api(PLUGIN))) {
      declaring.methods().forEach(method -> implemented(entry.get(), method));
    }
    metadata(entry.get());
  }

  private String candidates() {
    String found =
        code.own().stream()
            .filter(facts -> !facts.is(ACC_ABSTRACT) && code.interfaces(facts).contains(type))
            .map(ClassFacts::binaryName)
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? "" : "; entryPoint could be " + found;
  }

  private void modifiers(ClassFacts entry) {
    if (entry.is(ACC_INTERFACE)) {
      evidence.fail(entry.binaryName() + " is an interface: it has to be a class");
    } else if (entry.is(ACC_ABSTRACT)) {
      evidence.fail("class " + entry.binaryName() + " is abstract: no object can be made of it");
    }
    if (!entry.is(ACC_PUBLIC)) {
      evidence.fail("class " + entry.binaryName() + " is not public");
    }
  }

  private void kind(ClassFacts entry) {
    Set<String> interfaces = code.interfaces(entry);
    List<String> kinds =
        Arrays.stream(PluginKind.values())
            .filter(kind -> interfaces.contains(interfaceOf(kind)))
            .map(kind -> kind.type().getSimpleName())
            .toList();
    String wanted = manifest.kind().type().getSimpleName();
    if (!kinds.contains(wanted)) {
      evidence.fail(
          "class %s does not implement %s, which plugins of kind %s do%s"
              .formatted(
                  entry.binaryName(),
                  wanted,
                  manifest.kind().label(),
                  kinds.isEmpty() ? "" : "; it implements " + String.join(", ", kinds)));
    } else if (kinds.size() > 1) {
      evidence.fail(
          "class %s implements %s: a plugin is of one kind"
              .formatted(entry.binaryName(), String.join(" and ", kinds)));
    }
  }

  private void constructor(ClassFacts entry) {
    List<ClassFacts.Method> constructors =
        entry.methods().stream().filter(method -> method.name().equals("<init>")).toList();
    Optional<ClassFacts.Method> plain =
        constructors.stream()
            .filter(method -> method.descriptor().equals(NO_PARAMETERS))
            .findFirst();
    if (plain.isEmpty()) {
      evidence.fail(
          "class %s has no constructor without parameters%s"
              .formatted(entry.binaryName(), found("constructor", constructors)));
    } else if (!plain.get().is(ACC_PUBLIC)) {
      evidence.fail("constructor() of " + entry.binaryName() + " is not public");
    }
  }

  private void hierarchy(ClassFacts entry) {
    List<ClassFacts> chain = code.chain(entry);
    if (chain.getLast().superclass().isEmpty()) {
      superclasses(chain);
    } else if (code.find(chain.getLast().superclass()).isPresent()) {
      evidence.fail("class " + entry.binaryName() + " is its own superclass");
    }
    for (String missing : code.unknown(entry)) {
      String what = entry.binaryName() + " builds on " + missing.replace('/', '.');
      if (manifest.dependencies().isEmpty()) {
        evidence.fail(what + ", which is neither in the package nor in the host");
      } else {
        evidence.warn(what + ", which has to be in a package that this one depends on");
      }
    }
    chain.stream()
        .filter(facts -> facts.interfaces().contains(PLUGIN))
        .forEach(
            facts ->
                evidence.fail(
                    "class %s implements Plugin itself: it has to be one of its four kinds"
                        .formatted(facts.binaryName())));
  }

  private void superclasses(List<ClassFacts> chain) {
    for (ClassFacts facts : chain.subList(1, chain.size())) {
      if (facts.is(ACC_FINAL) || facts.is(ACC_INTERFACE)) {
        evidence.fail(
            "class %s can't extend %s, which is %s"
                .formatted(
                    chain.getFirst().binaryName(),
                    facts.binaryName(),
                    facts.is(ACC_INTERFACE) ? "an interface" : "final"));
      }
    }
  }

  /// Whether a call of this method reaches one that does something.
  private void implemented(ClassFacts entry, ClassFacts.Method called) {
    if (called.is(ACC_STATIC)) {
      return;
    }
    List<ClassFacts.Method> overloads = new ArrayList<>();
    for (ClassFacts facts : code.chain(entry)) {
      for (ClassFacts.Method method : facts.methods()) {
        if (method.name().equals(called.name())) {
          if (method.descriptor().equals(called.descriptor())) {
            callable(facts, method);
            return;
          }
          overloads.add(method);
        }
      }
    }
    if (called.is(ACC_ABSTRACT) && !byInterface(entry, called) && code.unknown(entry).isEmpty()) {
      evidence.fail(
          "class %s lacks the method %s%s"
              .formatted(
                  entry.binaryName(),
                  Signatures.withResult(called.name(), called.descriptor()),
                  found(called.name(), overloads)));
    } else if (!called.is(ACC_ABSTRACT) && !overloads.isEmpty()) {
      evidence.warn(
          "the host calls %s%s"
              .formatted(
                  Signatures.withResult(called.name(), called.descriptor()),
                  found(called.name(), overloads)));
    }
  }

  private void callable(ClassFacts declaring, ClassFacts.Method method) {
    String what =
        "method %s of %s"
            .formatted(Signatures.of(method.name(), method.descriptor()), declaring.binaryName());
    if (method.is(ACC_STATIC)) {
      evidence.fail(what + " is static");
    } else if (method.is(ACC_ABSTRACT)) {
      evidence.fail(what + " is abstract");
    } else if (!method.is(ACC_PUBLIC)) {
      evidence.fail(what + " is not public");
    }
  }

  /// Whether an interface of the package has a body for it.
  private boolean byInterface(ClassFacts entry, ClassFacts.Method called) {
    return code.interfaces(entry).stream()
        .flatMap(name -> code.ownClass(name).stream())
        .flatMap(facts -> facts.methods().stream())
        .anyMatch(
            method ->
                method.name().equals(called.name())
                    && method.descriptor().equals(called.descriptor())
                    && method.is(ACC_PUBLIC)
                    && !method.is(ACC_ABSTRACT)
                    && !method.is(ACC_STATIC));
  }

  private static String found(String name, List<ClassFacts.Method> overloads) {
    if (overloads.isEmpty()) {
      return "";
    }
    return overloads.stream()
        .map(method -> signature(name, method))
        .distinct()
        .collect(Collectors.joining(", ", "; found ", ""));
  }

  private static String signature(String name, ClassFacts.Method method) {
    return method.name().equals("<init>")
        ? Signatures.of(name, method.descriptor())
        : Signatures.withResult(name, method.descriptor());
  }

  /// Compares what the class says of itself with the manifest, where it says it in one place.
  private void metadata(ClassFacts entry) {
    if (entry.claims().size() != 1) {
      return;
    }
    ClassFacts.Claim claim = entry.claims().getFirst();
    differs("id", claim.id(), manifest.id());
    differs("version", claim.version(), manifest.version());
    differs("kind", claim.kind(), manifest.kind().name());
  }

  private void differs(String part, String said, String expected) {
    if (!said.equals(expected)) {
      evidence.fail(
          "getMetadata() says %s '%s', the manifest says '%s'".formatted(part, said, expected));
    }
  }

  private ClassFacts api(String name) {
    return code.find(name).orElseThrow();
  }

  private static String interfaceOf(PluginKind kind) {
    return kind.type().getName().replace('.', '/');
  }
}
