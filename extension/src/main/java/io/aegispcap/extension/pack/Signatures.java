package io.aegispcap.extension.pack;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.stream.Collectors;

/// Names methods as people write them.
final class Signatures {
  private Signatures() {}

  /// Such as `process(FlowBatch, Findings)`.
  static String of(String name, String descriptor) {
    try {
      MethodTypeDesc type = MethodTypeDesc.ofDescriptor(descriptor);
      return name
          + type.parameterList().stream()
              .map(ClassDesc::displayName)
              .collect(Collectors.joining(", ", "(", ")"));
    } catch (IllegalArgumentException _) {
      return name + descriptor;
    }
  }

  /// Such as `PluginMetadata getMetadata()`.
  static String withResult(String name, String descriptor) {
    try {
      return MethodTypeDesc.ofDescriptor(descriptor).returnType().displayName()
          + " "
          + of(name, descriptor);
    } catch (IllegalArgumentException _) {
      return name + descriptor;
    }
  }
}
