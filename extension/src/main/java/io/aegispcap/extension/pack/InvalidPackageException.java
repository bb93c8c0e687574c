package io.aegispcap.extension.pack;

import java.util.List;

/// A package, or a part of one, is not as it has to be; says where and why.
public final class InvalidPackageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String[] faults;

  /// @param faults at least one, each a sentence without a full stop
  public InvalidPackageException(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = faults.toArray(String[]::new);
  }

  InvalidPackageException(String fault) {
    this(List.of(fault));
  }

  /// All that is wrong.
  public List<String> faults() {
    return List.of(faults);
  }
}
