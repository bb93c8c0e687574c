package io.aegispcap.extension.resolve;

import java.util.List;

/// What can be had.
@FunctionalInterface
public interface Catalogue {
  /// All releases of a package, in any order; empty when there is no such package. Asked once for
  /// each package.
  ///
  /// @param id `namespace/name`
  List<Release> releases(String id);
}
