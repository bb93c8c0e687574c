package io.aegispcap.extension.pack;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads class files without loading them.
final class ClassFileReader {
  private static final String METADATA = "io/aegispcap/plugin/PluginMetadata";

  private final ClassModel model;
  private final Set<ClassFacts.Reference> references = new LinkedHashSet<>();
  private final Set<ClassFacts.Reference> placed = new HashSet<>();
  private final Set<String> classes = new LinkedHashSet<>();
  private final Set<String> strings = new LinkedHashSet<>();
  private final List<ClassFacts.Claim> claims = new ArrayList<>();

  private ClassFileReader(ClassModel model) {
    this.model = model;
  }

  /// Reads a class file.
  ///
  /// @throws InvalidPackageException when it is none
  static ClassFacts read(String path, byte[] bytes) throws InvalidPackageException {
    int major = bytes.length < 8 ? 0 : (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    if (major > ClassFile.JAVA_25_VERSION) {
      throw new InvalidPackageException(
          "%s is of class file version %d; Java 25 reads up to %d: compile with --release 25"
              .formatted(path, major, ClassFile.JAVA_25_VERSION));
    }
    try {
      return new ClassFileReader(ClassFile.of().parse(bytes)).facts(path);
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | NullPointerException
        | ClassCastException e) {
      // The first is what the JDK's reader promises; it was seen to throw the last as well.
      throw new InvalidPackageException(path + " is no class file: " + e.getMessage());
    }
  }

  private ClassFacts facts(String path) {
    List<ClassFacts.Method> methods = new ArrayList<>();
    for (MethodModel method : model.methods()) {
      String name = method.methodName().stringValue();
      methods.add(
          new ClassFacts.Method(
              name, method.methodType().stringValue(), method.flags().flagsMask()));
      method.findAttribute(Attributes.code()).ifPresent(code -> code(name, code));
    }
    pool();
    return new ClassFacts(
        path,
        model.thisClass().asInternalName(),
        model.minorVersion(),
        model.flags().flagsMask(),
        model.superclass().map(ClassEntry::asInternalName).orElse(""),
        model.interfaces().stream().map(ClassEntry::asInternalName).toList(),
        methods,
        references,
        classes,
        strings,
        claims);
  }

  private void code(String within, java.lang.classfile.CodeModel code) {
    Deque<CodeElement> last = new ArrayDeque<>();
    for (CodeElement element : code) {
      switch (element) {
        case InvokeInstruction invoke -> {
          reference(invoke.method(), within);
          claim(invoke, last);
        }
        case FieldInstruction field -> reference(field.field(), within);
        case InvokeDynamicInstruction dynamic ->
            dynamic.invokedynamic().bootstrap().arguments().forEach(each -> handle(each, within));
        case ConstantInstruction.LoadConstantInstruction constant ->
            handle(constant.constantEntry(), within);
        default -> {}
      }
      if (element instanceof Instruction) {
        last.addLast(element);
        if (last.size() > 3) {
          last.removeFirst();
        }
      }
    }
  }

  private void handle(LoadableConstantEntry constant, String within) {
    if (constant instanceof MethodHandleEntry handle) {
      reference(handle.reference(), within);
    }
  }

  private void reference(MemberRefEntry entry, String within) {
    references.add(reference(entry.owner(), entry, within));
    placed.add(reference(entry.owner(), entry, ""));
  }

  private static ClassFacts.Reference reference(
      ClassEntry owner, MemberRefEntry entry, String within) {
    return new ClassFacts.Reference(
        owner.asInternalName(), entry.name().stringValue(), entry.type().stringValue(), within);
  }

  /// `new PluginMetadata("...", "...", PluginKind.X)`, as compilers write it.
  private void claim(InvokeInstruction invoke, Deque<CodeElement> before) {
    if (!invoke.owner().asInternalName().equals(METADATA)
        || !invoke.name().stringValue().equals("<init>")
        || before.size() < 3) {
      return;
    }
    Iterator<CodeElement> arguments = before.iterator();
    if (arguments.next() instanceof ConstantInstruction id
        && arguments.next() instanceof ConstantInstruction version
        && arguments.next() instanceof FieldInstruction kind
        && id.constantValue() instanceof String idText
        && version.constantValue() instanceof String versionText) {
      claims.add(new ClassFacts.Claim(idText, versionText, kind.name().stringValue()));
    }
  }

  /// Everything that the class could refer to, whether its code is seen to do so or not.
  private void pool() {
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry named -> classes.add(element(named.asInternalName()));
        case StringEntry string -> strings.add(string.stringValue());
        case MemberRefEntry member -> {
          ClassFacts.Reference reference = reference(member.owner(), member, "");
          if (!placed.contains(reference)) {
            references.add(reference);
          }
        }
        default -> {}
      }
    }
  }

  /// The class that an array is of.
  private static String element(String name) {
    if (!name.startsWith("[")) {
      return name;
    }
    int begin = name.lastIndexOf('[') + 1;
    return name.startsWith("L", begin) && name.endsWith(";")
        ? name.substring(begin + 1, name.length() - 1)
        : "java/lang/Object";
  }
}
