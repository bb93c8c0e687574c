package io.aegispcap.stix.validation;

import io.aegispcap.stix.json.JsonObject;
import java.util.Optional;

/// Which versions of which objects a document of any length has shown, by 64 bits of each: among
/// four million objects two that only look the same are found once in two million documents.
final class SeenVersions {

  /// Beyond so many objects no more are remembered: 64 MiB.
  static final int MOST = 1 << 22;

  private static final long PRIME = 0x100_0000_01b3L;
  private static final long START = 0xcbf2_9ce4_8422_2325L;

  private long[] seen = new long[1 << 10];
  private int count;

  /// Whether the same version of the same object was shown before. Objects without an identifier
  /// are never the same.
  boolean again(JsonObject object) {
    Optional<String> id = object.text("id");
    if (id.isEmpty()) {
      return false;
    }
    long bits = mixed(hashed(hashed(START, id.get()), object.text("modified").orElse("")));
    int at = place(bits);
    if (seen[at] == bits) {
      return true;
    }
    if (count < MOST) {
      seen[at] = bits;
      count++;
      grow();
    }
    return false;
  }

  private static long hashed(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ 0xffff) * PRIME;
  }

  /// Spreads what FNV leaves in the upper bits; zero marks an empty place.
  private static long mixed(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51_afd7_ed55_8ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
    return (mixed ^ mixed >>> 33) | 1;
  }

  private int place(long bits) {
    int mask = seen.length - 1;
    int at = (int) (bits >>> 1) & mask;
    while (seen[at] != 0 && seen[at] != bits) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    if (count * 2 <= seen.length) {
      return;
    }
    long[] before = seen;
    seen = new long[before.length * 2];
    for (long bits : before) {
      if (bits != 0) {
        seen[place(bits)] = bits;
      }
    }
  }
}
