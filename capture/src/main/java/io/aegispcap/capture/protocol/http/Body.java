package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Measures the bodies of one side, one after another.
final class Body {
  private @Nullable BodyDigest digest;
  private long length;
  private boolean lost;

  void add(Bytes data, int from, int count) {
    if (digest == null) {
      digest = new BodyDigest();
    }
    if (lost) {
      digest.lose();
    }
    length += count;
    digest.add(data, from, count);
  }

  void lose(long count) {
    length += count;
    lost = true;
    if (digest != null) {
      digest.lose();
    }
  }

  long length() {
    return length;
  }

  /// Empty when nothing of it was seen. The next body begins here.
  Optional<BodyHash> finish(boolean whole) {
    boolean any = length > 0;
    length = 0;
    boolean complete = whole && !lost;
    lost = false;
    return any && digest != null ? Optional.of(digest.finish(complete)) : Optional.empty();
  }
}
