package io.aegispcap.extension.pack;

import java.lang.classfile.ClassFile;
import java.util.List;

/// Whether the host could load the plugin and call it. Reads class files, and loads none.
final class InterfaceCheck implements PackageCheck {
  private static final List<String> OF_THE_HOST =
      List.of("java/", "jdk/", "sun/", HostClasses.API, "io/aegispcap/cage/");

  @Override
  public String name() {
    return "interface";
  }

  @Override
  public CheckResult check(CheckInput input) {
    Evidence evidence = new Evidence(name());
    Manifest manifest = input.extension().manifest();
    PackageCode code = input.extension().code();
    code.unreadable().values().forEach(evidence::fail);
    for (ClassFacts facts : code.own()) {
      readable(facts, evidence);
      known(facts, code, evidence);
    }
    new EntryPoint(manifest, code, evidence).check();
    return evidence.result(
        "%s implements %s, and has all that the host calls"
            .formatted(manifest.entryPoint(), manifest.kind().type().getSimpleName()));
  }

  private static void readable(ClassFacts facts, Evidence evidence) {
    if (facts.minor() == ClassFile.PREVIEW_MINOR_VERSION) {
      evidence.fail(facts.path() + " needs preview features: compile without --enable-preview");
    }
    if (!facts.path().equals(PackageCode.path(facts.name()))
        && !facts.path().startsWith(PackageCode.FOLDER + "META-INF/")) {
      evidence.fail(
          facts.path() + " holds the class " + facts.binaryName() + ": it is not found there");
    }
    if (OF_THE_HOST.stream().anyMatch(facts.name()::startsWith)) {
      evidence.fail(facts.binaryName() + " has a name that belongs to the host");
    }
  }

  /// Whether the plugin API has what a class uses of it.
  private static void known(ClassFacts facts, PackageCode code, Evidence evidence) {
    for (String name : facts.classes()) {
      if (name.startsWith(HostClasses.API) && code.find(name).isEmpty()) {
        evidence.fail(
            "%s names %s, which this host's plugin API does not have"
                .formatted(facts.binaryName(), name.replace('/', '.')));
      }
    }
    for (ClassFacts.Reference used : facts.references()) {
      if (used.owner().startsWith(HostClasses.API)
          && code.find(used.owner()).isPresent()
          && !code.resolves(used)) {
        evidence.fail(
            "%s uses %s.%s, which this host's plugin API does not have"
                .formatted(
                    facts.binaryName(),
                    used.owner().substring(HostClasses.API.length()).replace('$', '.'),
                    Signatures.of(used.name(), used.descriptor())));
      }
    }
  }
}
