package io.aegispcap.extension.pack;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Class files that are nearly right, each held against a reader that knows nothing but section 4
/// of the Java virtual machine's specification: what runs is to be what was checked.
class ClassFileFuzzTests {
  private static final List<String> OWNERS =
      List.of("java.io.File", "java.lang.Runtime", "sun.misc.Unsafe", "com.acme.Other");
  private static final List<String> NAMES = List.of("exec", "getMetadata", "process", "x", "load");

  /// What is taken has the names, methods and references that stand in it, and no others.
  @FuzzTest(maxDuration = "6m")
  void takesWhatTheClassFileSays(FuzzedDataProvider data) throws Exception {
    byte[] type = damaged(built(data), data);
    try {
      ClassFacts facts = Damage.bounded(() -> ClassFileReader.read("x.class", type));
      Plain plain = Plain.read(type);
      same(facts.name(), plain.name());
      same(facts.superclass(), plain.superclass());
      same(facts.interfaces(), plain.interfaces());
      same(facts.methods(), plain.methods());
      Set<String> members =
          facts.references().stream()
              .map(it -> it.owner() + " " + it.name() + " " + it.descriptor())
              .collect(Collectors.toSet());
      same(members, plain.members());
    } catch (InvalidPackageException e) {
      PackageFuzzTests.explained(e);
    }
  }

  private static void same(Object taken, Object said) {
    if (!taken.equals(said)) {
      throw new AssertionError("taken for " + taken + ", and says " + said);
    }
  }

  private static byte[] built(FuzzedDataProvider data) {
    return ClassFiles.type(
        "com.acme.Beacon",
        type -> {
          type.withInterfaceSymbols(ClassFiles.API_DETECTOR);
          int methods = data.consumeInt(0, 4);
          for (int i = 0; i < methods; i++) {
            method(type, data.pickValue(NAMES) + i, data);
          }
        });
  }

  private static void method(ClassBuilder type, String name, FuzzedDataProvider data) {
    type.withMethodBody(
        name,
        ConstantDescs.MTD_void,
        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
        code -> {
          int steps = data.consumeInt(0, 5);
          for (int i = 0; i < steps; i++) {
            step(code, data);
          }
          code.return_();
        });
  }

  private static void step(CodeBuilder code, FuzzedDataProvider data) {
    ClassDesc owner = ClassDesc.of(data.pickValue(OWNERS));
    String name = data.pickValue(NAMES);
    switch (data.consumeInt(0, 4)) {
      case 0 -> code.invokestatic(owner, name, ConstantDescs.MTD_void);
      case 1 -> code.getstatic(owner, name, ConstantDescs.CD_int).pop();
      case 2 -> code.loadConstant(data.consumeString(20)).pop();
      case 3 -> code.loadConstant(data.consumeLong()).pop2();
      default ->
          code.loadConstant(
                  java.lang.constant.MethodHandleDesc.ofMethod(
                      java.lang.constant.DirectMethodHandleDesc.Kind.STATIC,
                      owner,
                      name,
                      MethodTypeDesc.of(ConstantDescs.CD_int)))
              .pop();
    }
  }

  /// At any byte, or an index or a length of the constant pool: loops and wrong kinds among them.
  private static byte[] damaged(byte[] type, FuzzedDataProvider data) throws IOException {
    byte[] changed = type.clone();
    List<Integer> places = Plain.poolPlaces(type);
    int changes = data.consumeInt(0, 3);
    for (int i = 0; i < changes; i++) {
      int at = places.get(data.consumeInt(0, places.size() - 1));
      int value = data.consumeInt(0, places.size() + 2);
      changed[at] = (byte) (value >>> 8);
      changed[at + 1] = (byte) value;
    }
    return data.consumeBoolean() ? Damage.done(changed, data) : changed;
  }

  /// A class file as the specification has it.
  private record Plain(
      String name,
      String superclass,
      List<String> interfaces,
      List<ClassFacts.Method> methods,
      Set<String> members) {

    static Plain read(byte[] bytes) throws IOException {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      in.skipNBytes(8);
      Pool pool = Pool.read(in);
      in.readUnsignedShort();
      String name = pool.type(in.readUnsignedShort());
      int superclass = in.readUnsignedShort();
      List<String> interfaces = new ArrayList<>();
      for (int i = in.readUnsignedShort(); i > 0; i--) {
        interfaces.add(pool.type(in.readUnsignedShort()));
      }
      members(in, pool);
      List<ClassFacts.Method> methods = members(in, pool);
      return new Plain(
          name, superclass == 0 ? "" : pool.type(superclass), interfaces, methods, pool.members());
    }

    /// Fields and methods are of one shape.
    private static List<ClassFacts.Method> members(DataInputStream in, Pool pool)
        throws IOException {
      List<ClassFacts.Method> members = new ArrayList<>();
      for (int i = in.readUnsignedShort(); i > 0; i--) {
        int flags = in.readUnsignedShort();
        String name = pool.text(in.readUnsignedShort());
        members.add(new ClassFacts.Method(name, pool.text(in.readUnsignedShort()), flags));
        for (int k = in.readUnsignedShort(); k > 0; k--) {
          in.readUnsignedShort();
          in.skipNBytes(in.readInt() & 0xffffffffL);
        }
      }
      return members;
    }

    /// Where numbers of two bytes stand in the constant pool, and the count of its entries.
    static List<Integer> poolPlaces(byte[] bytes) throws IOException {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      in.skipNBytes(8);
      Pool.read(in);
      int end = bytes.length - in.available();
      List<Integer> places = new ArrayList<>();
      for (int at = 8; at < end + 6 && at + 1 < bytes.length; at++) {
        places.add(at);
      }
      return places;
    }
  }

  /// @param tags kinds of its entries
  /// @param values texts, or pairs of indexes
  private record Pool(int[] tags, Object[] values) {
    private static final int WIDE = 5;

    static Pool read(DataInputStream in) throws IOException {
      int count = in.readUnsignedShort();
      Pool pool = new Pool(new int[count], new Object[count]);
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        pool.tags[i] = tag;
        pool.values[i] =
            switch (tag) {
              case 1 -> in.readUTF();
              case 3, 4, 9, 10, 11, 12, 17, 18 ->
                  new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
              case 5, 6 -> in.readLong();
              case 7, 8, 16, 19, 20 -> new int[] {in.readUnsignedShort()};
              case 15 -> new int[] {in.readUnsignedByte(), in.readUnsignedShort()};
              default -> throw new AssertionError("taken with an entry of the unknown kind " + tag);
            };
        i += tag == WIDE || tag == WIDE + 1 ? 1 : 0;
      }
      return pool;
    }

    String text(int index) {
      return (String) values[index];
    }

    String type(int index) {
      return text(((int[]) values[index])[0]);
    }

    Set<String> members() {
      Set<String> members = new HashSet<>();
      for (int i = 1; i < tags.length; i++) {
        if (tags[i] >= 9 && tags[i] <= 11) {
          int[] member = (int[]) values[i];
          int[] said = (int[]) values[member[1]];
          members.add(type(member[0]) + " " + text(said[0]) + " " + text(said[1]));
        }
      }
      return members;
    }
  }
}
