package io.aegispcap.extension.pack;

import static java.lang.classfile.ClassFile.ACC_NATIVE;

import java.util.List;

/// What its code would reach for. What the cage keeps from it anyway is for people to know; what no
/// plugin needs is refused.
final class ApiUseCheck implements PackageCheck {
  /// Texts with which reflection reaches what code may not name.
  private static final List<String> INTERNALS =
      List.of("sun.misc.Unsafe", "sun/misc/Unsafe", "jdk.internal.", "jdk/internal/");

  @Override
  public String name() {
    return "api-use";
  }

  @Override
  public CheckResult check(CheckInput input) {
    Evidence evidence = new Evidence(name());
    GrantedUse granted = new GrantedUse(input.extension().manifest());
    for (ClassFacts facts : input.extension().code().own()) {
      for (ClassFacts.Reference used : facts.references()) {
        ApiUse.of(used).ifPresent(use -> note(facts, used, use, evidence));
        granted.missing(used).ifPresent(missing -> evidence.warn(place(facts, used) + missing));
      }
      declared(facts, evidence);
    }
    return evidence.result("reaches for nothing but what plugins are given");
  }

  private static void note(
      ClassFacts facts, ClassFacts.Reference used, ApiUse use, Evidence evidence) {
    String line =
        "%s%s: uses %s.%s"
            .formatted(
                place(facts, used),
                use.area(),
                used.owner().replace('/', '.'),
                used.isMethod() ? Signatures.of(used.name(), used.descriptor()) : used.name());
    if (use.contained()) {
      evidence.warn(line);
    } else {
      evidence.fail(line);
    }
  }

  /// What a class is, rather than what it uses.
  private static void declared(ClassFacts facts, Evidence evidence) {
    for (ClassFacts.Method method : facts.methods()) {
      if (method.is(ACC_NATIVE)) {
        evidence.fail(
            "%s: native code: method %s is native"
                .formatted(facts.binaryName(), Signatures.of(method.name(), method.descriptor())));
      }
    }
    for (String string : facts.strings()) {
      if (INTERNALS.stream().anyMatch(string::startsWith)) {
        evidence.fail("%s: internals of Java: names '%s'".formatted(facts.binaryName(), string));
      }
    }
    for (String named : facts.classes()) {
      ApiUse.ofClass(named)
          .filter(use -> !use.contained())
          .ifPresent(
              use ->
                  evidence.fail(
                      "%s: %s: names %s"
                          .formatted(facts.binaryName(), use.area(), named.replace('/', '.'))));
    }
  }

  private static String place(ClassFacts facts, ClassFacts.Reference used) {
    return used.within().isEmpty()
        ? facts.binaryName() + ": "
        : facts.binaryName() + "." + used.within() + ": ";
  }
}
