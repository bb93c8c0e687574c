package io.aegispcap.extension.pack;

import static java.lang.classfile.ClassFile.ACC_ABSTRACT;
import static java.lang.classfile.ClassFile.ACC_INTERFACE;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PROTECTED;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;

import io.aegispcap.plugin.Plugin;
import io.aegispcap.plugin.PluginKind;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P1")
@Tag("property")
class InterfaceCheckTests {
  private static final String ENTRY = "com.acme.Beacon";
  private static final String BASE = "com.acme.Base";
  private static final String HOST = "1.0.0";

  /// A plugin to generate.
  ///
  /// @param depth superclasses in the package, between the entry point and `Object`
  /// @param where in this chain, from the entry point on, the method `process` stands
  /// @param metadata and `getMetadata`
  /// @param declares which names the interface
  /// @param optional whether it has the methods that it need not have
  private record Shape(
      PluginKind kind, int depth, int where, int metadata, int declares, boolean optional) {
    private String name(int level) {
      return level == 0 ? ENTRY : BASE + level;
    }

    ClassDesc api() {
      return ClassDesc.of(kind.type().getName());
    }

    MethodTypeDesc process() {
      return switch (kind) {
        case DETECTOR -> type("FlowBatch", "Findings");
        case ANALYZER -> type("FlowBatch", "Annotations");
        case INTEGRATION -> type("AlertBatch", "Http");
        case VISUALIZATION -> type("Charts");
      };
    }
  }

  /// One way in which a plugin can be broken, and what the check has to name.
  private enum Break {
    CLASS_MISSING("class com.acme.Beacon is missing"),
    CLASS_NOT_PUBLIC("class com.acme.Beacon is not public"),
    CLASS_ABSTRACT("class com.acme.Beacon is abstract"),
    CLASS_TOO_NEW("is of class file version 70"),
    CLASS_PREVIEW("needs preview features"),
    CLASS_CUT_SHORT("com/acme/Beacon.class is no class file"),
    CLASS_MISPLACED("holds the class com.acme.Elsewhere"),
    INTERFACE_MISSING("does not implement "),
    INTERFACE_OF_OTHER_KIND("does not implement "),
    TWO_KINDS(": a plugin is of one kind"),
    PLUGIN_ITSELF("implements Plugin itself"),
    CONSTRUCTOR_MISSING("has no constructor without parameters"),
    CONSTRUCTOR_WITH_PARAMETERS("no constructor without parameters; found constructor(String)"),
    CONSTRUCTOR_NOT_PUBLIC("constructor() of com.acme.Beacon is not public"),
    PROCESS_MISSING("lacks the method void process("),
    PROCESS_WITH_OTHER_PARAMETERS("; found void process(String)"),
    PROCESS_NOT_PUBLIC(" is not public"),
    PROCESS_STATIC(" is static"),
    PROCESS_ABSTRACT(" is abstract"),
    METADATA_MISSING("lacks the method PluginMetadata getMetadata()"),
    METADATA_WITH_OTHER_RESULT("; found Object getMetadata()"),
    METADATA_OF_OTHER_ID(
        "getMetadata() says id 'acme/other', the manifest says 'acme/beacon-plus'"),
    METADATA_OF_OTHER_VERSION("getMetadata() says version '9.9.9', the manifest says '1.0.0'"),
    METADATA_OF_OTHER_KIND("getMetadata() says kind "),
    SUPERCLASS_UNKNOWN("builds on com.acme.Gone, which is neither in the package nor in the host"),
    SUPERCLASS_FINAL("can't extend "),
    SUPERCLASS_ITSELF("is its own superclass"),
    API_METHOD_UNKNOWN("uses Host.teleport(String), which this host's plugin API does not have"),
    API_FIELD_CLASS_UNKNOWN("names io.aegispcap.plugin.Hologram, which this host's"),
    HOSTS_NAME("java.lang.Beacon has a name that belongs to the host"),
    CLEANUP_NOT_PUBLIC("method cleanup() of com.acme.Beacon is not public");

    private final String named;

    Break(String named) {
      this.named = named;
    }
  }

  private static MethodTypeDesc type(String... parameters) {
    return MethodTypeDesc.of(
        ConstantDescs.CD_void,
        java.util.Arrays.stream(parameters).map(ClassFiles::api).toArray(ClassDesc[]::new));
  }

  @Test
  void passesWhateverConforms() {
    qt().withExamples(1000)
        .forAll(
            arbitrary().enumValues(PluginKind.class),
            integers().between(0, 3),
            integers().between(0, 999),
            booleans().all())
        .checkAssert(
            (kind, depth, placing, optional) -> {
              CheckResult result = check(shape(kind, depth, placing, optional), Set.of());
              assertThat(result.evidence()).hasSize(1);
              assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.PASSED);
            });
  }

  @Test
  void namesWhatIsWrongWithWhateverDoesNotConform() {
    Set<Break> seen = new java.util.TreeSet<>();
    qt().withExamples(4000)
        .forAll(
            arbitrary().enumValues(Break.class),
            arbitrary().enumValues(PluginKind.class),
            integers().between(0, 3),
            integers().between(0, 999))
        .checkAssert(
            (broken, kind, depth, placing) -> {
              seen.add(broken);
              Shape shape = shape(kind, depth, placing, broken != Break.CLEANUP_NOT_PUBLIC);
              CheckResult result = check(shape, Set.of(broken));
              assertThat(result.verdict()).as("%s %s", broken, result).isEqualTo(Verdict.FAILED);
              assertThat(result.evidence())
                  .as("%s", broken)
                  .anyMatch(line -> line.contains(broken.named));
            });
    assertThat(seen).hasSameSizeAs(Break.values());
  }

  @Test
  void namesEachOfTwoFaults() {
    qt().withExamples(1000)
        .forAll(
            arbitrary()
                .pick(
                    Break.CLASS_NOT_PUBLIC,
                    Break.CONSTRUCTOR_NOT_PUBLIC,
                    Break.CONSTRUCTOR_MISSING,
                    Break.TWO_KINDS),
            arbitrary()
                .pick(
                    Break.PROCESS_MISSING,
                    Break.PROCESS_STATIC,
                    Break.METADATA_MISSING,
                    Break.METADATA_OF_OTHER_ID,
                    Break.API_METHOD_UNKNOWN),
            arbitrary().enumValues(PluginKind.class),
            integers().between(0, 999))
        .checkAssert(
            (one, other, kind, placing) -> {
              CheckResult result = check(shape(kind, 1, placing, false), Set.of(one, other));
              assertThat(result.evidence())
                  .anyMatch(line -> line.contains(one.named))
                  .anyMatch(line -> line.contains(other.named));
            });
  }

  /// What the check passes has to be what the JVM takes too: here each class is really loaded, by a
  /// loader as the sandbox has it.
  @Test
  void agreesWithTheVirtualMachine() {
    qt().withExamples(500)
        .forAll(
            arbitrary().enumValues(PluginKind.class),
            integers().between(0, 3),
            integers().between(0, 999),
            booleans().all())
        .checkAssert(
            (kind, depth, placing, optional) -> {
              Map<String, byte[]> classes =
                  classes(shape(kind, depth, placing, optional), Set.of());
              Plugin plugin = loaded(classes, kind);
              assertThat(plugin.getMetadata().id()).isEqualTo(SamplePackages.ID);
              plugin.cleanup();
            });
  }

  private static Plugin loaded(Map<String, byte[]> classes, PluginKind kind) {
    ClassLoader loader =
        new ClassLoader(Plugin.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(PackageCode.path(name.replace('.', '/')));
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    try {
      return Class.forName(ENTRY, true, loader)
          .asSubclass(kind.type())
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Shape shape(PluginKind kind, int depth, int placing, boolean optional) {
    int levels = depth + 1;
    return new Shape(
        kind, depth, placing % levels, placing / 7 % levels, placing / 31 % levels, optional);
  }

  private static CheckResult check(Shape shape, Set<Break> broken) {
    Map<String, byte[]> files = new TreeMap<>(classes(shape, broken));
    files.put(Manifest.FILE, manifest(shape.kind()).getBytes(UTF_8));
    return new InterfaceCheck()
        .check(new CheckInput(SamplePackages.opened(files), HOST, Set.of(), Set.of()));
  }

  private static String manifest(PluginKind kind) {
    return "{\"id\":\"%s\",\"version\":\"1.0.0\",\"kind\":\"%s\",\"name\":\"B\",\"description\":\"B\",\"entryPoint\":\"%s\",\"api\":\"^1\",\"license\":\"MIT\"}"
        .formatted(SamplePackages.ID, kind.label(), ENTRY);
  }

  private static Map<String, byte[]> classes(Shape shape, Set<Break> broken) {
    Map<String, byte[]> classes = new TreeMap<>();
    for (int level = 0; level <= shape.depth(); level++) {
      byte[] bytes = level(shape, level, broken);
      classes.put(PackageCode.path(shape.name(level).replace('.', '/')), bytes);
    }
    String entry = PackageCode.path(ENTRY.replace('.', '/'));
    byte[] bytes = classes.get(entry);
    if (broken.contains(Break.CLASS_MISSING)) {
      classes.remove(entry);
    }
    if (broken.contains(Break.CLASS_CUT_SHORT)) {
      classes.put(entry, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }
    if (broken.contains(Break.CLASS_MISPLACED)) {
      classes.put(PackageCode.path("com/acme/There"), ClassFiles.detector("com.acme.Elsewhere"));
    }
    if (broken.contains(Break.HOSTS_NAME)) {
      classes.put(PackageCode.path("java/lang/Beacon"), ClassFiles.detector("java.lang.Beacon"));
    }
    return classes;
  }

  private static byte[] level(Shape shape, int level, Set<Break> broken) {
    boolean last = level == shape.depth();
    ClassDesc superclass = last ? ConstantDescs.CD_Object : ClassDesc.of(shape.name(level + 1));
    if (last && broken.contains(Break.SUPERCLASS_UNKNOWN)) {
      superclass = ClassDesc.of("com.acme.Gone");
    } else if (last && broken.contains(Break.SUPERCLASS_ITSELF)) {
      superclass = ClassDesc.of(ENTRY);
    } else if (last && broken.contains(Break.SUPERCLASS_FINAL)) {
      superclass = ConstantDescs.CD_String;
    }
    ClassDesc above = superclass;
    return ClassFile.of()
        .build(
            ClassDesc.of(shape.name(level)),
            type -> {
              type.withVersion(
                  broken.contains(Break.CLASS_TOO_NEW) && level == 0 ? 70 : 69,
                  broken.contains(Break.CLASS_PREVIEW) && level == 0 ? 65535 : 0);
              type.withFlags(flags(level, broken));
              type.withSuperclass(above);
              interfaces(type, shape, level, broken);
              members(type, shape, level, above, broken);
            });
  }

  private static int flags(int level, Set<Break> broken) {
    int flags = ACC_SUPER | (level > 0 ? ACC_ABSTRACT : 0);
    if (level == 0 && broken.contains(Break.CLASS_ABSTRACT)) {
      flags |= ACC_ABSTRACT;
    }
    return level == 0 && broken.contains(Break.CLASS_NOT_PUBLIC) ? flags : flags | ACC_PUBLIC;
  }

  private static void interfaces(ClassBuilder type, Shape shape, int level, Set<Break> broken) {
    List<ClassDesc> interfaces = new ArrayList<>();
    PluginKind other = PluginKind.values()[(shape.kind().ordinal() + 1) % 4];
    if (level == shape.declares()) {
      if (broken.contains(Break.INTERFACE_OF_OTHER_KIND)) {
        interfaces.add(ClassDesc.of(other.type().getName()));
      } else if (!broken.contains(Break.INTERFACE_MISSING)) {
        interfaces.add(shape.api());
      }
      if (broken.contains(Break.TWO_KINDS)) {
        interfaces.add(ClassDesc.of(other.type().getName()));
      }
      if (broken.contains(Break.PLUGIN_ITSELF)) {
        interfaces.add(ClassFiles.api("Plugin"));
      }
    }
    type.withInterfaceSymbols(interfaces);
  }

  private static void members(
      ClassBuilder type, Shape shape, int level, ClassDesc superclass, Set<Break> broken) {
    if (level > 0 || !broken.contains(Break.CONSTRUCTOR_MISSING)) {
      boolean hidden = level == 0 && broken.contains(Break.CONSTRUCTOR_NOT_PUBLIC);
      boolean takes = level == 0 && broken.contains(Break.CONSTRUCTOR_WITH_PARAMETERS);
      ClassFiles.constructor(
          type,
          hidden ? ACC_PRIVATE : level > 0 ? ACC_PROTECTED : ACC_PUBLIC,
          takes
              ? MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String)
              : ConstantDescs.MTD_void,
          superclass);
    }
    if (level == shape.metadata()) {
      metadata(type, shape, broken);
    }
    // Only what the entry point says of itself is compared with the manifest.
    if (level == 0 && claims(broken) && shape.metadata() != 0) {
      metadata(type, shape, broken);
    }
    if (level == shape.where() && !broken.contains(Break.PROCESS_MISSING)) {
      process(type, shape, broken);
    }
    if (level == 0) {
      more(type, shape, broken);
    }
  }

  private static boolean claims(Set<Break> broken) {
    return broken.contains(Break.METADATA_OF_OTHER_ID)
        || broken.contains(Break.METADATA_OF_OTHER_VERSION)
        || broken.contains(Break.METADATA_OF_OTHER_KIND);
  }

  private static void metadata(ClassBuilder type, Shape shape, Set<Break> broken) {
    if (broken.contains(Break.METADATA_WITH_OTHER_RESULT)) {
      type.withMethodBody(
          "getMetadata",
          MethodTypeDesc.of(ConstantDescs.CD_Object),
          ACC_PUBLIC,
          code -> code.aconst_null().areturn());
    } else if (!broken.contains(Break.METADATA_MISSING)) {
      PluginKind other = PluginKind.values()[(shape.kind().ordinal() + 1) % 4];
      ClassFiles.getMetadata(
          type,
          broken.contains(Break.METADATA_OF_OTHER_ID) ? "acme/other" : SamplePackages.ID,
          broken.contains(Break.METADATA_OF_OTHER_VERSION) ? "9.9.9" : "1.0.0",
          (broken.contains(Break.METADATA_OF_OTHER_KIND) ? other : shape.kind()).name());
    }
  }

  private static void process(ClassBuilder type, Shape shape, Set<Break> broken) {
    MethodTypeDesc descriptor =
        broken.contains(Break.PROCESS_WITH_OTHER_PARAMETERS)
            ? MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String)
            : shape.process();
    int flags = broken.contains(Break.PROCESS_NOT_PUBLIC) ? ACC_PROTECTED : ACC_PUBLIC;
    flags |= broken.contains(Break.PROCESS_STATIC) ? ACC_STATIC : 0;
    flags |= broken.contains(Break.PROCESS_ABSTRACT) ? ACC_ABSTRACT : 0;
    ClassFiles.process(type, flags, descriptor);
  }

  private static void more(ClassBuilder type, Shape shape, Set<Break> broken) {
    if (shape.optional()) {
      body(type, "cleanup", ACC_PUBLIC, ConstantDescs.MTD_void, code -> code.return_());
      body(type, "initialize", ACC_PUBLIC, type("Host"), code -> code.return_());
    }
    if (broken.contains(Break.CLEANUP_NOT_PUBLIC)) {
      body(type, "cleanup", ACC_PRIVATE, ConstantDescs.MTD_void, code -> code.return_());
    }
    if (broken.contains(Break.API_METHOD_UNKNOWN)) {
      body(
          type,
          "go",
          ACC_PUBLIC,
          type("Host"),
          code ->
              code.aload(1)
                  .ldc("home")
                  .invokeinterface(
                      ClassFiles.api("Host"),
                      "teleport",
                      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
                  .return_());
    }
    if (broken.contains(Break.API_FIELD_CLASS_UNKNOWN)) {
      body(
          type,
          "show",
          ACC_PUBLIC,
          ConstantDescs.MTD_void,
          code -> code.new_(ClassFiles.api("Hologram")).pop().return_());
    }
  }

  private static void body(
      ClassBuilder type,
      String name,
      int flags,
      MethodTypeDesc descriptor,
      Consumer<java.lang.classfile.CodeBuilder> code) {
    type.withMethodBody(name, descriptor, flags, code);
  }

  @Test
  void takesMethodsFromInterfacesOfThePackage() {
    Map<String, byte[]> files = SamplePackages.files(SamplePackages.ID, "1.0.0");
    files.put(
        "code/com/acme/Calm.class",
        ClassFile.of()
            .build(
                ClassDesc.of("com.acme.Calm"),
                type -> {
                  type.withVersion(69, 0).withFlags(ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT);
                  type.withInterfaceSymbols(ClassFiles.API_DETECTOR);
                  ClassFiles.process(type, ACC_PUBLIC, ClassFiles.PROCESS);
                }));
    files.put(
        "code/com/acme/Beacon.class",
        ClassFiles.type(
            ENTRY,
            type -> {
              type.withInterfaceSymbols(ClassDesc.of("com.acme.Calm"));
              ClassFiles.constructor(type, ACC_PUBLIC, ConstantDescs.MTD_void);
              ClassFiles.getMetadata(type, SamplePackages.ID, "1.0.0", "DETECTOR");
            }));

    assertThat(of(files).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void saysWhichClassCouldBeMeantWhenTheEntryPointIsMissing() {
    Map<String, byte[]> files = SamplePackages.files(SamplePackages.ID, "1.0.0");
    files.remove("code/com/acme/Beacon.class");
    files.put("code/com/acme/Other.class", ClassFiles.detector("com.acme.Other"));

    assertThat(of(files).evidence())
        .containsExactly(
            "class com.acme.Beacon is missing: there is no code/com/acme/Beacon.class; entryPoint"
                + " could be com.acme.Other");
  }

  @Test
  void warnsOfMethodsThatAreNeverCalled() {
    Map<String, byte[]> files = SamplePackages.files(SamplePackages.ID, "1.0.0");
    files.put(
        "code/com/acme/Beacon.class",
        ClassFiles.type(
            ENTRY,
            type -> {
              type.withInterfaceSymbols(ClassFiles.API_DETECTOR);
              ClassFiles.constructor(type, ACC_PUBLIC, ConstantDescs.MTD_void);
              ClassFiles.getMetadata(type, SamplePackages.ID, "1.0.0", "DETECTOR");
              ClassFiles.process(type, ACC_PUBLIC, ClassFiles.PROCESS);
              body(type, "endOfCapture", ACC_PUBLIC, ConstantDescs.MTD_void, c -> c.return_());
            }));

    assertThat(of(files))
        .isEqualTo(
            new CheckResult(
                "interface",
                Verdict.WARNED,
                List.of("the host calls void endOfCapture(Findings); found void endOfCapture()")));
  }

  @Test
  void refusesInterfaces() {
    Map<String, byte[]> files = SamplePackages.files(SamplePackages.ID, "1.0.0");
    files.put(
        "code/com/acme/Beacon.class",
        ClassFile.of()
            .build(
                ClassDesc.of(ENTRY),
                type ->
                    type.withVersion(69, 0)
                        .withFlags(ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT)
                        .withInterfaceSymbols(ClassFiles.API_DETECTOR)));
    assertThat(of(files).evidence())
        .contains("com.acme.Beacon is an interface: it has to be a class");
  }

  private static CheckResult of(Map<String, byte[]> files) {
    return new InterfaceCheck()
        .check(new CheckInput(SamplePackages.opened(files), HOST, Set.of(), Set.of()));
  }
}
