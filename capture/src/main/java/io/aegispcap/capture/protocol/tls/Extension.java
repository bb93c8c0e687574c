package io.aegispcap.capture.protocol.tls;

import java.util.Arrays;

/// Hello extensions that are read, by their IANA numbers.
final class Extension {
  static final int SERVER_NAME = 0;
  static final int GROUPS = 10;
  static final int POINT_FORMATS = 11;
  static final int SIGNATURE_ALGORITHMS = 13;
  static final int ALPN = 16;
  static final int PRE_SHARED_KEY = 41;
  static final int SUPPORTED_VERSIONS = 43;

  private static final int MIN_LENGTH = 4;

  /// Takes one extension.
  interface Reader {
    void read(int type, Cursor body);
  }

  private Extension() {}

  /// Reads a list of extensions to its end.
  ///
  /// @return their types in order
  static int[] readAll(Cursor in, Reader reader) {
    int[] types = new int[in.remaining() / MIN_LENGTH];
    int count = 0;
    while (in.hasMore()) {
      int type = in.u16();
      reader.read(type, in.vector16());
      types[count++] = type;
    }
    return Arrays.copyOf(types, count);
  }

  static boolean isIn(int[] types, int extension) {
    for (int type : types) {
      if (type == extension) {
        return true;
      }
    }
    return false;
  }
}
