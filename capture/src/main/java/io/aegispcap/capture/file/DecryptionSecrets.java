package io.aegispcap.capture.file;

import java.util.Arrays;

/// Keys that a capture carries for what is encrypted in its frames. Source:
/// draft-ietf-opsawg-pcapng 4.7.
///
/// @param type such as 0x544c534b for a TLS key log
/// @param data as the capture holds it
public record DecryptionSecrets(int type, byte[] data) {
  public DecryptionSecrets {
    data = data.clone();
  }

  @Override
  public byte[] data() {
    return data.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecryptionSecrets(int otherType, byte[] otherData)
        && type == otherType
        && Arrays.equals(data, otherData);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return "secrets of type 0x%08x, %d bytes".formatted(type, data.length);
  }
}
