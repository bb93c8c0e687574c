package io.aegispcap.capture.protocol.tls;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;

/// The certificates read last, found by their bytes: most connections show one that another showed
/// before. One thread at a time uses it.
final class CertificateCache {
  /// Certificates kept, at most.
  static final int SIZE = 256;

  /// Longer ones are not kept, so that the cache holds at most 2 MiB of certificates.
  private static final int MAX_LENGTH = 8 << 10;

  private final LinkedHashMap<ByteBuffer, Certificate> known =
      new LinkedHashMap<>(SIZE, 0.75f, true);

  /// @throws MalformedMessageException when it is not a certificate
  Certificate of(Bytes der) {
    ByteBuffer key = ByteBuffer.wrap(der.array(), der.start(), der.length());
    Certificate found = known.get(key);
    if (found == null) {
      found = CertificateParser.parse(der);
      keep(der, found);
    }
    return found;
  }

  private void keep(Bytes der, Certificate certificate) {
    if (der.length() > MAX_LENGTH) {
      return;
    }
    if (known.size() == SIZE) {
      known.pollFirstEntry();
    }
    known.put(ByteBuffer.wrap(der.copy(0, der.length())), certificate);
  }
}
