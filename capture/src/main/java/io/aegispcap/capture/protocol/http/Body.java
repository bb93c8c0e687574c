package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Measures the bodies of one side, one after another.
final class Body {
  private final BodyHead head = new BodyHead();
  private @Nullable BodyDigest digest;
  private long length;
  private boolean lost;

  /// @param kept bytes of the next body that its head has, at most
  void begin(int kept) {
    head.begin(kept);
  }

  void add(Bytes data, int from, int count) {
    if (digest == null) {
      digest = new BodyDigest();
    }
    if (lost) {
      digest.lose();
    }
    length += count;
    digest.add(data, from, count);
    head.add(data, from, count);
  }

  void lose(long count) {
    length += count;
    lost = true;
    head.lose();
    if (digest != null) {
      digest.lose();
    }
  }

  long length() {
    return length;
  }

  /// Its first bytes as ISO 8859-1 characters; once for each body.
  String head() {
    return head.finish();
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
