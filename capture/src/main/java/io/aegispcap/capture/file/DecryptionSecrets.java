package io.aegispcap.capture.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Keys that a capture carries for what is encrypted in its frames. Source:
/// draft-ietf-opsawg-pcapng 4.7.
public final class DecryptionSecrets {
  private final int type;
  private final byte[] data;

  /// @param type such as 0x544c534b for a TLS key log
  /// @param data as the capture holds it
  public DecryptionSecrets(int type, byte[] data) {
    this.type = type;
    this.data = data.clone();
  }

  /// Such as 0x544c534b for a TLS key log.
  public int type() {
    return type;
  }

  /// A copy of what the capture holds.
  public byte[] data() {
    return data.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DecryptionSecrets that
        && type == that.type
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(data);
  }

  /// Says nothing about the keys themselves.
  @Override
  public String toString() {
    return "secrets of type 0x%08x, %d bytes".formatted(type, data.length);
  }
}
