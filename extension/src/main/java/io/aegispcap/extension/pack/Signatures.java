package io.aegispcap.extension.pack;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.stream.Collectors;

/// Names methods as people write them.
final class Signatures {
  /// Longer descriptors are nobody's honest work.
  private static final int MAX_DESCRIPTOR = 500;

  private Signatures() {}

  /// Such as `process(FlowBatch, Findings)`.
  static String of(String name, String descriptor) {
    if (descriptor.length() > MAX_DESCRIPTOR) {
      return name + "(...)";
    }
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
    if (descriptor.length() > MAX_DESCRIPTOR) {
      return name + "(...)";
    }
    try {
      return MethodTypeDesc.ofDescriptor(descriptor).returnType().displayName()
          + " "
          + of(name, descriptor);
    } catch (IllegalArgumentException _) {
      return name + descriptor;
    }
  }
}
