package io.aegispcap.extension.pack;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/// Makes class files without a compiler.
final class ClassFiles {
  static final ClassDesc API_DETECTOR = api("Detector");
  static final ClassDesc METADATA = api("PluginMetadata");
  static final MethodTypeDesc GET_METADATA = MethodTypeDesc.of(METADATA);
  static final MethodTypeDesc PROCESS =
      MethodTypeDesc.of(ConstantDescs.CD_void, api("FlowBatch"), api("Findings"));
  static final int PUBLIC = ClassFile.ACC_PUBLIC;

  private ClassFiles() {}

  static ClassDesc api(String name) {
    return ClassDesc.of("io.aegispcap.plugin", name);
  }

  /// A detector that conforms.
  static byte[] detector(String name) {
    return detector(name, SamplePackages.ID, "1.0.0");
  }

  static byte[] detector(String name, String id, String version) {
    return type(
        name,
        type -> {
          type.withInterfaceSymbols(API_DETECTOR);
          constructor(type, PUBLIC, ConstantDescs.MTD_void);
          getMetadata(type, id, version, "DETECTOR");
          process(type, PUBLIC, PROCESS);
        });
  }

  static byte[] type(String name, Consumer<ClassBuilder> content) {
    return ClassFile.of()
        .build(
            ClassDesc.of(name),
            type -> {
              type.withVersion(ClassFile.JAVA_25_VERSION, 0);
              type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER);
              content.accept(type);
            });
  }

  static void constructor(ClassBuilder type, int flags, MethodTypeDesc descriptor) {
    constructor(type, flags, descriptor, ConstantDescs.CD_Object);
  }

  static void constructor(
      ClassBuilder type, int flags, MethodTypeDesc descriptor, ClassDesc superclass) {
    type.withMethodBody(
        ConstantDescs.INIT_NAME,
        descriptor,
        flags,
        code ->
            code.aload(0)
                .invokespecial(superclass, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .return_());
  }

  static void getMetadata(ClassBuilder type, String id, String version, String kind) {
    ClassDesc kinds = api("PluginKind");
    type.withMethodBody(
        "getMetadata",
        GET_METADATA,
        PUBLIC,
        code ->
            code.new_(METADATA)
                .dup()
                .ldc(id)
                .ldc(version)
                .getstatic(kinds, kind, kinds)
                .invokespecial(
                    METADATA,
                    ConstantDescs.INIT_NAME,
                    MethodTypeDesc.of(
                        ConstantDescs.CD_void,
                        ConstantDescs.CD_String,
                        ConstantDescs.CD_String,
                        kinds))
                .areturn());
  }

  static void process(ClassBuilder type, int flags, MethodTypeDesc descriptor) {
    if ((flags & ClassFile.ACC_ABSTRACT) != 0) {
      type.withMethod("process", descriptor, flags, method -> {});
    } else {
      type.withMethodBody("process", descriptor, flags, code -> code.return_());
    }
  }
}
