package io.aegispcap.extension.pack;

import java.util.List;
import java.util.Set;

/// What a class file says. Names of classes are as class files write them (`com/acme/Beacon`).
///
/// @param path where it stands
/// @param name its own
/// @param minor version of the format; 65,535 when it needs preview features
/// @param flags as of `java.lang.reflect.AccessFlag`
/// @param superclass empty for `Object` and modules
/// @param interfaces that it names
/// @param methods that it declares
/// @param references to fields and methods
/// @param classes that it names anywhere
/// @param strings that it holds
/// @param claims what it gives to the constructor of `PluginMetadata`, where that is plain to see
record ClassFacts(
    String path,
    String name,
    int minor,
    int flags,
    String superclass,
    List<String> interfaces,
    List<Method> methods,
    Set<Reference> references,
    Set<String> classes,
    Set<String> strings,
    List<Claim> claims) {

  /// A method that is declared.
  record Method(String name, String descriptor, int flags) {
    boolean is(int flag) {
      return (flags & flag) != 0;
    }
  }

  /// A field or method that is used.
  ///
  /// @param owner class that it is sought in
  /// @param within method that uses it; empty when it is not plain to see which
  record Reference(String owner, String name, String descriptor, String within) {
    boolean isMethod() {
      return descriptor.startsWith("(");
    }
  }

  /// Metadata that is written out.
  ///
  /// @param kind name of the constant of `PluginKind`
  record Claim(String id, String version, String kind) {}

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /// As people write it.
  String binaryName() {
    return name.replace('/', '.');
  }
}
